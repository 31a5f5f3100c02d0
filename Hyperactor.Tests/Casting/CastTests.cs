using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Hyperactor.Tests.Casting;

[Named("tests.Question"), Bind, Unbind]
public sealed partial record Question(int Number, [Include] PortRef<string> Reply);

[Named("tests.Forgotten")]
public sealed partial record Forgotten(PortRef<string> Reply);

/// <summary>Puts texts behind one another: associative, not commutative.</summary>
[Named("tests.Concat")]
public readonly partial struct Concat : IReducer<string>
{
    public static string Combine(string earlier, string later) => earlier + later;
}

[Named("tests.Throwing")]
public readonly partial struct Throwing : IReducer<string>
{
    public static string Combine(string earlier, string later) => throw new InvalidOperationException("cannot combine");
}

[Named("tests.SumOfLongs")]
public readonly partial struct SumOfLongs : IReducer<long>
{
    public static long Combine(long earlier, long later) => earlier + later;
}

[Export]
public sealed partial class MemberActor(int rank) : Actor
{
    private long _sum;

    [Handler(Cast = true)]
    private void Answer(Context cx, Question question)
    {
        switch (question.Number)
        {
            case < 0 when rank == -question.Number:
                throw new InvalidOperationException("boom");
            case > 1000 when rank == question.Number - 1000:
                return;
            default:
                question.Reply.Send(cx, $"<{cx.Cast!.Value.Rank}>");
                return;
        }
    }

    [Handler]
    private void Forget(Forgotten message) => _ = message;

    [Handler(Cast = true)]
    private void Add(long amount) => _sum += amount;

    [Handler(Cast = true)]
    private ValueTask<long> Sum() => new(_sum);

    [Handler(Cast = true)]
    private ValueTask<string> Name() => new($"<{rank}>");

    [Handler(Cast = true)]
    private async ValueTask Wait(string gate) => await Gates.Of($"{gate}{rank}");
}

public sealed class CastTests
{
    [Test]
    public async Task A_cast_reaches_every_member_once_and_in_order_with_what_follows()
    {
        await using var net = new TestNet(37);
        var gang = net.Spawn("m", rank => new MemberActor(rank));
        for (var i = 1; i <= 10; i++)
        {
            gang.Add(net.Client, i);
        }

        var sum = await gang.SumAsync<SumOfLongs>(net.Client).Soon();
        Assert.Multiple(() =>
        {
            Assert.That(sum.Value, Is.EqualTo(37 * 55));
            Assert.That((sum.Expected, sum.Replied, sum.Failed.Count), Is.EqualTo((37, 37, 0)));
            Assert.That(net.Retained, Is.Zero);
        });
    }

    [Test]
    public async Task Replies_are_combined_in_rank_order_for_any_size_and_fan_out() =>
        await Gen.Select(Gen.Int[1, 60], Gen.Int[2, 9]).SampleAsync(
            async (size, fanout) =>
            {
                await using var net = new TestNet(size);
                var gang = net.Spawn("m", rank => new MemberActor(rank));
                var options = new CastOptions { Fanout = fanout };
                var byCall = await gang.NameAsync<Concat>(net.Client, options).Soon();
                var byPort = await gang.ReduceAsync<Question, string, Concat>(
                    net.Client, port => new(0, port), options).Soon();
                var expected = string.Concat(Enumerable.Range(0, size).Select(r => $"<{r}>"));
                return byCall.Value == expected && byPort.Value == expected && byCall.IsComplete && net.Retained == 0;
            },
            iter: 30);

    [Test]
    public async Task The_sender_hands_on_no_more_than_the_fan_out_and_relays_do_not_touch_the_body()
    {
        await using var net = new TestNet(50);
        var gang = net.Spawn("m", rank => new MemberActor(rank));
        await gang.ReduceAsync<Question, string, Concat>(net.Client, port => new(0, port), new() { Fanout = 4 }).Soon();
        var casts = net.Traffic.Where(e => e.Cast is not null).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(casts.Count(e => e.Cast!.Low >= 0), Is.EqualTo(50));
            Assert.That(casts.Select(e => Convert.ToHexString(e.Body.ToMemory().Span)).Distinct().Count(), Is.EqualTo(1));
            Assert.That(
                net.Traffic.Count(e => e.Cast is null && e.Destination.Actor == net.Client.Self), Is.EqualTo(4));
        });
    }

    [TestCase(0)]
    [TestCase(3)]
    [TestCase(49)]
    public async Task A_member_that_fails_is_named_and_the_others_count(int rank)
    {
        await using var net = new TestNet(50);
        var gang = net.Spawn("m", r => new MemberActor(r));
        if (rank == 0)
        {
            net.Procs[0].Host.Roots.First().Stop(StopMode.Stop, "gone");
            await Patience.Until(() => !net.Procs[0].Host.Roots.Any());
        }

        var result = await gang.ReduceAsync<Question, string, Concat>(net.Client, port => new(-rank, port)).Soon();
        Assert.Multiple(() =>
        {
            Assert.That(result.Replied, Is.EqualTo(49));
            Assert.That(result.Failed.Single().Rank, Is.EqualTo(rank));
            Assert.That(result.Failed.Single().Reason, Does.Contain(rank == 0 ? "does not exist" : "boom"));
            Assert.That(() => result.ValueOrThrow(), Throws.TypeOf<CastIncompleteException>()
                .With.Message.Contains($"49 of 50 ranks replied; rank {rank}: "));
        });
    }

    [Test]
    public async Task A_proc_that_is_killed_never_hangs_a_cast() =>
        await Gen.Select(Gen.Int[2, 40], Gen.Int[2, 5], Gen.Int[0, 1000]).SampleAsync(
            async (size, fanout, pick) =>
            {
                await using var net = new TestNet(size);
                var gang = net.Spawn("m", rank => new MemberActor(rank));
                var gate = Guid.NewGuid().ToString();
                var cast = gang.WaitAsync(net.Client, gate, new() { Fanout = fanout });
                var dead = pick % size;
                net.Kill(dead);
                for (var rank = 0; rank < size; rank++)
                {
                    Gates.Open($"{gate}{rank}");
                }

                var result = await cast.Soon();
                return result.Replied + result.Failed.Count == size
                    && result.Failed.Select(f => f.Rank).Contains(dead)
                    && result.Failed.Select(f => f.Rank).Distinct().Count() == result.Failed.Count;
            },
            iter: 40);

    [Test]
    public async Task A_proc_that_was_killed_before_is_accounted_for()
    {
        await using var net = new TestNet(9);
        var gang = net.Spawn("m", rank => new MemberActor(rank));
        net.Kill(8);
        var result = await gang.NameAsync<Concat>(net.Client).Soon();
        Assert.Multiple(() =>
        {
            Assert.That(result.Failed.Select(f => f.Rank), Is.EqualTo(new[] { 8 }));
            Assert.That(result.Value, Is.EqualTo("<0><1><2><3><4><5><6><7>"));
        });
    }

    [Test]
    public async Task A_member_that_never_replies_is_accounted_for_at_the_deadline()
    {
        var time = new FakeTimeProvider();
        await using var net = new TestNet(20, time);
        var gang = net.Spawn("m", rank => new MemberActor(rank));
        var cast = gang.ReduceAsync<Question, string, Concat>(net.Client, port => new(1000 + 7, port)).AsTask();
        // Members handle in order, and replies are in their slots when handlers return: all but one are there now.
        await gang.SumAsync<SumOfLongs>(net.Client).Soon();
        time.Advance(HyperactorSettings.Casting.Deadline.Default);
        var result = await cast.Soon();
        Assert.Multiple(() =>
        {
            Assert.That(result.Replied, Is.EqualTo(19));
            Assert.That(result.Failed.Single().Rank, Is.EqualTo(7));
            Assert.That(result.Failed.Single().Reason, Does.Contain("no reply in time"));
        });
    }

    [Test]
    public async Task A_reducer_that_throws_is_an_outcome()
    {
        await using var net = new TestNet(5);
        var gang = net.Spawn("m", rank => new MemberActor(rank));
        var result = await gang.NameAsync<Throwing>(net.Client).Soon();
        Assert.Multiple(() =>
        {
            Assert.That(result.Replied, Is.Zero);
            Assert.That(result.Failed, Has.Count.EqualTo(5));
            Assert.That(result.Failed[0].Reason, Does.Contain("cannot combine"));
        });
    }

    [Test]
    public async Task A_cancelled_cast_ends()
    {
        await using var net = new TestNet(5);
        var gang = net.Spawn("m", rank => new MemberActor(rank));
        using var cancel = new CancellationTokenSource();
        var gate = Guid.NewGuid().ToString();
        var cast = gang.WaitAsync(net.Client, gate, null, cancel.Token);
        await cancel.CancelAsync();
        Assert.That(async () => await cast.Soon(), Throws.InstanceOf<OperationCanceledException>());
        for (var rank = 0; rank < 5; rank++)
        {
            Gates.Open($"{gate}{rank}");
        }

        await Patience.Until(() => net.Retained == 0);
    }

    [Test]
    public async Task A_message_that_keeps_its_port_in_the_body_is_refused_at_once()
    {
        await using var net = new TestNet(2);
        var gang = net.Spawn("m", rank => new MemberActor(rank));
        Assert.That(
            async () => await gang.ReduceAsync<Forgotten, string, Concat>(net.Client, port => new(port)),
            Throws.ArgumentException.With.Message.Contains("[Include]"));
    }

    [Test]
    public async Task A_message_that_the_members_do_not_handle_is_refused_at_once()
    {
        await using var net = new TestNet(2);
        var gang = new GangRef<CounterActor>(net.World.Gang("m"), 2);
        Assert.That(
            async () => await gang.ReduceAsync<Question, string, Concat>(net.Client, port => new(0, port)),
            Throws.ArgumentException.With.Message.Contains("does not handle Question"));
    }

    [Test]
    public async Task A_one_way_cast_that_cannot_be_delivered_comes_back()
    {
        await using var net = new TestNet(3);
        var gang = net.Spawn("m", rank => new MemberActor(rank));
        net.Kill(1);
        gang.Add(net.Client, 5);
        var returned = await net.Client.Returned.ReceiveAsync().Soon();
        Assert.That(returned.Destination.Actor.Proc.Rank, Is.EqualTo(1));
    }
}
