using Hyperactor.Worlds;

namespace Hyperactor.Tests.Worlds;

/// <summary>Worlds in this process, over real sockets.</summary>
[TestFixture(WorldTransport.Unix)]
[TestFixture(WorldTransport.Tcp)]
[CancelAfter(60_000)]
public sealed class WorldTests(WorldTransport transport)
{
    private WorldOptions Options(int procs = 4) =>
        new() { Procs = procs, Launcher = Launcher.InProcess, Transport = transport };

    [Test]
    public async Task A_world_comes_up_spawns_a_gang_and_stops_in_order()
    {
        await using var world = await World.LaunchAsync("w", Options(5));
        await using var client = world.Attach("client");
        var gang = await world.SpawnAsync<CounterActor>(client, "counter", 7);
        gang.Add(client, 3);
        var sum = await gang.GetAsync<Casting.SumOfLongs>(client).Soon();
        var one = await gang[3].GetAsync(client).Soon();
        var stragglers = await world.StopAsync().Soon();
        Assert.Multiple(() =>
        {
            Assert.That(sum.ValueOrThrow(), Is.EqualTo(50));
            Assert.That(one, Is.EqualTo(10));
            Assert.That(stragglers, Is.Empty);
            Assert.That(world.Failure.IsCompleted, Is.False);
        });
    }

    [Test]
    public async Task A_tree_deeper_than_one_level_crosses_links_between_ranks()
    {
        await using var world = await World.LaunchAsync("w", Options(12));
        await using var client = world.Attach("client");
        var gang = await world.SpawnAsync<NamedMember>(client, "member");
        var names = await gang.NameAsync<Casting.Concat>(client, new() { Fanout = 2 }).Soon();
        Assert.That(names.ValueOrThrow(), Is.EqualTo("<0><1><2><3><4><5><6><7><8><9><10><11>"));
    }

    [Test]
    public async Task An_actor_that_fails_fails_the_world_and_names_the_rank()
    {
        await using var world = await World.LaunchAsync("w", Options());
        await using var client = world.Attach("client");
        var gang = await world.SpawnAsync<CounterActor>(client, "counter", 0);
        gang[2].Break(client, "boom");
        var failure = await world.Failure.Soon();
        Assert.Multiple(() =>
        {
            Assert.That(failure.Rank, Is.EqualTo(2));
            Assert.That(failure.ToString(), Does.Contain("w[2].counter[0] failed with System.InvalidOperationException: boom"));
        });
    }

    [Test]
    public async Task A_name_that_is_taken_is_refused_with_the_ranks()
    {
        await using var world = await World.LaunchAsync("w", Options(2));
        await using var client = world.Attach("client");
        await world.SpawnAsync<CounterActor>(client, "counter", 0);
        Assert.That(
            async () => await world.SpawnAsync<CounterActor>(client, "counter", 0).Soon(),
            Throws.TypeOf<WorldException>().With.Message.Contains("rank 0 and 1 more"));
    }

    [Test]
    public async Task A_constructor_that_throws_is_told_and_the_world_goes_on()
    {
        await using var world = await World.LaunchAsync("w", Options(2));
        await using var client = world.Attach("client");
        Assert.That(
            async () => await world.SpawnAsync<Unconstructible>(client, "u", "no way").Soon(),
            Throws.TypeOf<WorldException>().With.Message.Contains("no way"));
        Assert.That(await world.SpawnAsync<CounterActor>(client, "counter", 0).Soon(), Is.Not.Default);
    }

    [Test]
    public async Task A_call_from_an_actor_in_one_rank_reaches_another()
    {
        await using var world = await World.LaunchAsync("w", Options(3));
        await using var client = world.Attach("client");
        var members = await world.SpawnAsync<NamedMember>(client, "member");
        Assert.That(await members[0].AskAsync(client, members[2]).Soon(), Is.EqualTo("<2>"));
    }

    [Test]
    public async Task A_message_to_a_rank_that_does_not_exist_comes_back()
    {
        await using var world = await World.LaunchAsync("w", Options(2));
        await using var client = world.Attach("client");
        new ActorRef<CounterActor>(ActorId.Parse("w[9].counter[0]")).Add(client, 1);
        Assert.That(
            (await client.Returned.ReceiveAsync().Soon()).Failure.Kind, Is.EqualTo(DeliveryFailureKind.NoRoute));
    }

    [TestCase("elsewhere[0].member")]
    [TestCase("w[4].member")]
    [TestCase("w[18446744073709551615].member")]
    public async Task A_proc_that_is_no_rank_of_the_world_is_not_looked_for(string other)
    {
        await using var world = await World.LaunchAsync("w", Options());
        await using var client = world.Attach("client");
        var members = await world.SpawnAsync<NamedMember>(client, "member");
        var fault = (await Assert.ThrowsAsync<CallFaultedException>(
            async () => await members[0].AskAsync(client, new(ActorId.Parse(other))).Soon()))!;
        Assert.That(fault.FaultMessage, Does.Contain("is no rank of the world w of 4"));
    }

    [Test]
    public async Task Actors_that_do_not_stop_are_named()
    {
        await using var world = await World.LaunchAsync(
            "w", Options(3) with { StopDeadline = TimeSpan.FromSeconds(3) });
        await using var client = world.Attach("client");
        var gang = await world.SpawnAsync<StubbornMember>(client, "stubborn");
        var gate = Guid.NewGuid().ToString();
        var call = gang[1].IgnoreAsync(client, gate).AsTask();
        await Gates.Of($"{gate}:entered").Soon();
        var stragglers = await world.StopAsync().Soon();
        Gates.Open(gate);
        Assert.That(stragglers, Is.EqualTo(new[] { "w[1].stubborn[0]" }));
        Assert.That(async () => await call.Soon(), Throws.InstanceOf<CallException>());
    }

    [Test]
    public async Task A_launch_that_is_cancelled_leaves_no_process()
    {
        using var cancel = new CancellationTokenSource();
        var marker = $"{Guid.NewGuid():N}";
        var launch = World.LaunchAsync(
            "w", Options(3) with { Launcher = Launcher.Program("/usr/bin/env", "cat", "-", marker) }, cancel.Token);
        await Patience.Until(() => Running(marker) == 3);
        await cancel.CancelAsync();
        Assert.That(async () => await launch.Soon(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Running(marker), Is.Zero);
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void A_world_without_procs_is_refused(int procs) => Assert.That(
        async () => await World.LaunchAsync("w", Options(procs)),
        Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void A_world_whose_name_is_no_name_is_refused() => Assert.That(
        async () => await World.LaunchAsync("not a name", Options()), Throws.TypeOf<ReferenceFormatException>());

    [Test]
    public void A_program_that_does_not_exist_is_named() => Assert.That(
        async () => await World.LaunchAsync("w", Options() with { Launcher = Launcher.Program("/no/such/program") }).Soon(),
        Throws.TypeOf<WorldException>().With.Message.Contains("/no/such/program did not start"));

    [Test]
    public void A_program_that_ends_at_once_is_told_with_its_code() => Assert.That(
        async () => await World.LaunchAsync("w", Options() with { Launcher = Launcher.Program("/bin/false") }).Soon(),
        Throws.TypeOf<WorldException>().With.Message.Contains("exited with code 1"));

    [Test]
    public async Task A_program_that_never_joins_is_killed_at_the_deadline()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var launch = World.LaunchAsync("w", Options(2) with
        {
            Launcher = Launcher.Program("/bin/cat"),
            Proc = new() { Time = time },
        });
        await Patience.Until(() =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return launch.IsCompleted;
        });
        Assert.That(async () => await launch, Throws.TypeOf<WorldException>().With.Message.Contains("rank 0, 1 had not joined"));
    }

    /// <summary>How many processes have a word in their command line.</summary>
    private static int Running(string marker) => Directory.EnumerateDirectories("/proc").Count(process =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Contains(marker, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    });
}

/// <summary>Does not give up when it should.</summary>
[Export(Spawn = true)]
public sealed partial class StubbornMember : Actor
{
    [Handler]
    private async ValueTask Ignore(string gate)
    {
        Gates.Open($"{gate}:entered");
        await Gates.Of(gate);
    }
}

/// <summary>Tells its rank, or another's.</summary>
[Export(Spawn = true)]
public sealed partial class NamedMember : Actor
{
    [Handler]
    private ValueTask<string> Name(Context cx) => new($"<{cx.Self.Proc.Rank}>");

    [Handler]
    private async ValueTask<string> Ask(Context cx, ActorRef<NamedMember> other) => await other.NameAsync(cx);
}

/// <summary>Cannot be made.</summary>
[Export(Spawn = true)]
public sealed partial class Unconstructible : Actor
{
    /// <summary>Throws.</summary>
    public Unconstructible(string why) => throw new InvalidOperationException(why);
}
