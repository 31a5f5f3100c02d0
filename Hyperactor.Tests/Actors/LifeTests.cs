namespace Hyperactor.Tests.Actors;

/// <summary>Records what happens to it, and has children on demand.</summary>
public sealed partial class LivingActor(List<string> log, string name, Func<SupervisionEvent, bool>? absorb = null) : Actor
{
    private readonly Dictionary<string, ActorHandle<LivingActor>> _children = [];

    protected internal override ValueTask OnStartAsync(Context context)
    {
        if (name == "unstartable")
        {
            throw new InvalidOperationException("cannot start");
        }

        Log("started");
        return default;
    }

    protected internal override ValueTask OnStopAsync(Context context, ActorFailure? failure)
    {
        Log(failure is null ? "stopped" : "failed");
        return default;
    }

    protected internal override ValueTask<bool> OnChildFailedAsync(Context context, SupervisionEvent failure)
    {
        Log($"heard of {failure.Failure.Root.Message}");
        return new(absorb?.Invoke(failure) ?? false);
    }

    [Handler]
    private ValueTask<ActorHandle<LivingActor>> Bear(Context cx, string child)
    {
        var handle = cx.Spawn(new LivingActor(log, child, absorb));
        _children[child] = handle;
        return new(handle);
    }

    [Handler]
    private void Break(string why) => throw new InvalidOperationException(why);

    [Handler]
    private async ValueTask Work(string gate, CancellationToken stopping)
    {
        await Gates.Of(gate).WaitAsync(stopping);
        Log($"worked on {gate}");
    }

    [Handler]
    private ValueTask<int> Count() => new(_children.Count);

    private void Log(string what)
    {
        lock (log)
        {
            log.Add($"{name} {what}");
        }
    }
}

public sealed class LifeTests
{
    private readonly List<string> _log = [];

    [SetUp]
    public void SetUp() => _log.Clear();

    [Test]
    public async Task An_actor_starts_handles_and_stops_and_its_name_is_free_again()
    {
        await using var proc = Proc.Local();
        var actor = proc.Spawn("a", new LivingActor(_log, "a"));
        Assert.That(() => proc.Spawn("a", new LivingActor(_log, "b")), Throws.TypeOf<NameInUseException>());
        actor.Stop("done");
        var status = await actor.Completion.Soon();
        Assert.Multiple(() =>
        {
            Assert.That(status.State, Is.EqualTo(ActorState.Stopped));
            Assert.That(status.Reason, Is.EqualTo("done"));
            Assert.That(_log, Is.EqualTo(new[] { "a started", "a stopped" }));
            Assert.That(proc.Count, Is.Zero);
        });
        proc.Spawn("a", new LivingActor(_log, "c"));
    }

    [Test]
    public async Task An_actor_that_cannot_start_fails_and_frees_its_name()
    {
        await using var proc = Proc.Local();
        var actor = proc.Spawn("a", new LivingActor(_log, "unstartable"));
        var status = await actor.Completion.Soon();
        Assert.Multiple(() =>
        {
            Assert.That(status.Failure!.Message, Is.EqualTo("cannot start"));
            Assert.That(proc.Count, Is.Zero);
        });
    }

    [Test]
    public async Task Draining_handles_what_was_accepted()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var counter = proc.Spawn("counter", new CounterActor(0));
        var gate = Guid.NewGuid().ToString();
        var busy = counter.WaitAsync(client, gate).AsTask();
        await Gates.Of($"{gate}:entered").Soon();
        counter.Add(client, 1);
        var queued = counter.GetAsync(client);
        counter.Stop();
        Gates.Open(gate);
        Assert.That(await queued.Soon(), Is.EqualTo(1));
        await busy.Soon();
        await counter.Completion.Soon();
    }

    [Test]
    public async Task A_kill_cancels_the_message_at_hand()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var counter = proc.Spawn("counter", new CounterActor(0));
        var gate = Guid.NewGuid().ToString();
        var call = counter.WaitAsync(client, gate);
        await Gates.Of($"{gate}:entered").Soon();
        counter.Stop("now", StopMode.Kill);
        Assert.That(async () => await call.Soon(), Throws.InstanceOf<CallException>());
        Assert.That((await counter.Completion.Soon()).State, Is.EqualTo(ActorState.Stopped));
    }

    [Test]
    public async Task A_parent_outlives_its_children()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var parent = proc.Spawn("p", new LivingActor(_log, "p"));
        var child = await parent.BearAsync(client, "c").Soon();
        await child.BearAsync(client, "g").Soon();
        parent.Stop();
        await parent.Completion.Soon();
        Assert.That(_log[^3..], Is.EqualTo(new[] { "g stopped", "c stopped", "p stopped" }));
        Assert.That(child.Status.State, Is.EqualTo(ActorState.Stopped));
    }

    [Test]
    public async Task A_failure_that_nobody_handles_climbs_to_the_proc_with_its_causes()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var parent = proc.Spawn("p", new LivingActor(_log, "p"));
        var child = await parent.BearAsync(client, "c").Soon();
        var grandchild = await child.BearAsync(client, "g").Soon();
        grandchild.Break(client, "boom");
        var heard = await proc.Failure.Soon();
        Assert.Multiple(() =>
        {
            Assert.That(heard.Actor, Is.EqualTo(parent.Id));
            Assert.That(heard.Failure.Root.Actor, Is.EqualTo(grandchild.Id));
            Assert.That(heard.Failure.ToString(), Does.Contain("boom"));
            Assert.That(_log, Does.Contain("c heard of boom").And.Contains("p heard of boom"));
        });
        Assert.That((await parent.Completion.Soon()).State, Is.EqualTo(ActorState.Failed));
    }

    [Test]
    public async Task A_failure_that_a_parent_handles_ends_there()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var parent = proc.Spawn("p", new LivingActor(_log, "p", _ => true));
        var child = await parent.BearAsync(client, "c").Soon();
        child.Break(client, "boom");
        await child.Completion.Soon();
        Assert.That(await parent.CountAsync(client).Soon(), Is.EqualTo(1));
        Assert.That(_log, Does.Contain("p heard of boom"));
        Assert.That(proc.Failure.IsCompleted, Is.False);
    }

    [Test]
    public async Task A_failed_actor_stops_its_children_and_sends_what_waited_back()
    {
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var parent = proc.Spawn("p", new LivingActor(_log, "p"));
        var child = await parent.BearAsync(client, "c").Soon();
        var gate = Guid.NewGuid().ToString();
        var busy = parent.WorkAsync(client, gate).AsTask();
        parent.Break(client, "boom");
        parent.Break(client, "never handled");
        Gates.Open(gate);
        await busy.Soon();
        await parent.Completion.Soon();
        Assert.That((await child.Completion.Soon()).State, Is.EqualTo(ActorState.Stopped));
        Assert.That(
            (await client.Returned.ReceiveAsync().Soon()).Failure.Kind, Is.EqualTo(DeliveryFailureKind.ActorFailed));
    }

    [Test]
    public async Task A_proc_that_stops_names_the_actors_that_do_not()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var proc = Proc.Local(new() { Time = time });
        await using var client = proc.Attach("client");
        var stubborn = proc.Spawn("stubborn", new StubbornActor());
        var gate = Guid.NewGuid().ToString();
        var call = stubborn.IgnoreAsync(client, gate).AsTask();
        await Gates.Of($"{gate}:entered").Soon();
        var stopping = proc.StopAsync();
        await Patience.Until(() =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return stopping.IsCompleted;
        });
        Assert.That(await stopping, Is.EqualTo(new[] { stubborn.Id }));
        Gates.Open(gate);
        await stubborn.Completion.Soon();
        await call.Soon();
    }

    [Test]
    public async Task A_proc_that_is_disposed_leaves_nobody_waiting()
    {
        var proc = Proc.Local();
        var client = proc.Attach("client");
        var reply = client.OpenOncePort<long>().ReceiveAsync().AsTask();
        var (_, receiver) = client.OpenPort<long>();
        var actor = proc.Spawn("a", new LivingActor(_log, "a"));
        await proc.DisposeAsync();
        Assert.Multiple(() =>
        {
            Assert.That(async () => await reply.Soon(), Throws.TypeOf<UndeliveredCallException>());
            Assert.That(actor.Status.State, Is.EqualTo(ActorState.Stopped));
            Assert.That(proc.Count, Is.Zero);
        });
        receiver.Dispose();
    }

    [Test]
    public async Task A_hundred_thousand_lives_leave_nothing_behind()
    {
        await using var proc = Proc.Local();
        for (var i = 0; i < 100; i++)
        {
            var actors = Enumerable.Range(0, 1000).Select(n => proc.Spawn($"a{n}", new CounterActor(n))).ToArray();
            foreach (var actor in actors)
            {
                actor.Stop();
            }

            await Task.WhenAll(actors.Select(a => a.Completion)).Soon();
        }

        Assert.That(proc.Count, Is.Zero);
    }
}

/// <summary>Does not give up when it should.</summary>
public sealed partial class StubbornActor : Actor
{
    [Handler]
    private async ValueTask Ignore(Context cx, string gate)
    {
        Gates.Open($"{gate}:entered");
        await Gates.Of(gate);
    }
}
