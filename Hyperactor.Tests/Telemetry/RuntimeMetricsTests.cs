using System.Globalization;
using Hyperactor.Tests.Actors;
using Hyperactor.Tests.Casting;
using Microsoft.Extensions.Time.Testing;

namespace Hyperactor.Tests.Telemetry;

[NonParallelizable]
public sealed class RuntimeMetricsTests
{
    private const string Counting = "Hyperactor.Tests.CounterActor";

    [Test]
    public async Task Every_message_is_counted_once_as_delivered_returned_or_abandoned()
    {
        using var seen = new Recorded();
        await using (var proc = Proc.Local())
        {
            await using var client = proc.Attach("client");
            await SendGoodOnes(proc, client);
            await SendBadOnes(proc, client);
            await SendBehindAFailure(proc, client);
        }

        Assert.Multiple(() =>
        {
            Assert.That(seen.Sum("hyperactor.messages.sent"), Is.EqualTo(33));
            Assert.That(seen.Sum("hyperactor.messages.delivered"), Is.EqualTo(24));
            Assert.That(seen.Sum("hyperactor.messages.abandoned"), Is.EqualTo(1));
            Assert.That(seen.Sum("hyperactor.messages.returned"), Is.EqualTo(8));
            Assert.That(seen.Sum("hyperactor.messages.returned", ("reason", "no_such_actor")), Is.EqualTo(1));
            Assert.That(seen.Sum("hyperactor.messages.returned", ("reason", "no_such_port")), Is.EqualTo(2));
            Assert.That(seen.Sum("hyperactor.messages.returned", ("reason", "actor_failed")), Is.EqualTo(4));
            Assert.That(seen.Sum("hyperactor.messages.returned", ("reason", "no_route")), Is.EqualTo(1));
            Assert.That(seen.Sum("hyperactor.mailbox.depth"), Is.Zero);
            Assert.That(seen.Sum("hyperactor.actors.active"), Is.Zero);
            Assert.That(seen.Sum("hyperactor.procs.active"), Is.Zero);
            Assert.That(seen.Sum("hyperactor.actors.failed", ("actor.type", Counting)), Is.EqualTo(1));
            Assert.That(seen.Sum("hyperactor.supervision.events", ("outcome", "unhandled")), Is.EqualTo(1));
            Assert.That(Durations(seen, "ok"), Is.EqualTo(19));
            Assert.That(Durations(seen, "refused"), Is.EqualTo(1));
            Assert.That(Durations(seen, "error"), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_cast_counts_for_each_rank_and_a_lost_relay_for_all_below_it()
    {
        using var seen = new Recorded();
        await using var net = new TestNet(10);
        var gang = net.Spawn("counter", _ => new CounterActor(0));
        net.Kill(5);
        gang.Add(net.Client, 1, new() { Fanout = 2 });
        await Patience.Until(() => seen.Sum("hyperactor.messages.delivered") + seen.Sum("hyperactor.messages.returned") >= 10);
        Assert.Multiple(() =>
        {
            Assert.That(seen.Sum("hyperactor.messages.sent"), Is.EqualTo(10));
            Assert.That(seen.Sum("hyperactor.messages.delivered"), Is.EqualTo(5));
            Assert.That(seen.Sum("hyperactor.messages.returned", ("reason", "link_lost")), Is.EqualTo(5));
            Assert.That(seen.Last("hyperactor.cast.fanout").Value, Is.EqualTo(10));
        });
    }

    [Test]
    public async Task A_handler_is_measured_with_its_awaits()
    {
        using var seen = new Recorded("hyperactor.handler");
        var time = new FakeTimeProvider();
        await using var proc = Proc.Local(new() { Time = time });
        await using var client = proc.Attach("client");
        var actor = proc.Spawn("a", new CounterActor(0));
        var gate = Guid.NewGuid().ToString();
        var wait = actor.WaitAsync(client, gate).AsTask();
        await Gates.Of($"{gate}:entered").Soon();
        time.Advance(TimeSpan.FromSeconds(2.5));
        Gates.Open(gate);
        await wait.Soon();
        await actor.GetAsync(client).Soon();
        await Patience.Until(() => seen.All.Count() == 2);
        Assert.That(seen.All.Select(m => (m.Value, m.Tags)), Is.EqualTo(new[]
        {
            (2.5, $"actor.type={Counting}, handler=Wait, outcome=ok"), (0, $"actor.type={Counting}, handler=Get, outcome=ok"),
        }));
    }

    [Test]
    public async Task A_handler_that_is_killed_is_measured_as_cancelled()
    {
        using var seen = new Recorded();
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var actor = proc.Spawn("a", new CounterActor(0));
        var gate = Guid.NewGuid().ToString();
        _ = actor.WaitAsync(client, gate).AsTask();
        await Gates.Of($"{gate}:entered").Soon();
        actor.Stop("enough", StopMode.Kill);
        await actor.Completion.Soon();
        Assert.That(Durations(seen, "cancelled"), Is.EqualTo(1));
        Assert.That(seen.Of("hyperactor.actors.failed"), Is.Empty);
    }

    [Test]
    public async Task What_was_there_before_anybody_listened_is_not_counted_out()
    {
        var scheduler = new Inline();
        var proc = Proc.Local(new() { Scheduler = scheduler });
        await using var client = proc.Attach("client");
        var actor = proc.Spawn("a", new CounterActor(0));
        actor.Add(client, 1);
        actor.Add(client, 2);
        using var seen = new Recorded();
        actor.Add(client, 3);
        Assert.That(seen.Sum("hyperactor.mailbox.depth", ("actor.type", Counting)), Is.EqualTo(1));
        scheduler.RunAll();
        actor.Stop();
        scheduler.RunAll();
        Assert.That(actor.Status.State, Is.EqualTo(ActorState.Stopped));
        Assert.That(seen.Sum("hyperactor.mailbox.depth"), Is.Zero);
        Assert.That(seen.Sum("hyperactor.actors.active"), Is.Zero);
    }

    [Test]
    public async Task Failures_of_children_are_counted_by_what_their_parents_made_of_them()
    {
        using var seen = new Recorded("hyperactor.supervision");
        await using var proc = Proc.Local();
        await using var client = proc.Attach("client");
        var calm = proc.Spawn("calm", new LivingActor([], "calm", _ => true));
        var child = await calm.BearAsync(client, "child").Soon();
        child.Break(client, "once");
        await child.Completion.Soon();
        await Patience.Until(() => seen.Sum("hyperactor.supervision.events", ("outcome", "handled")) == 1);
        var nervous = proc.Spawn("nervous", new LivingActor([], "nervous"));
        child = await nervous.BearAsync(client, "child").Soon();
        child.Break(client, "twice");
        await nervous.Completion.Soon();
        Assert.That(seen.All.Select(m => m.Tags), Is.EqualTo(new[] { "outcome=handled", "outcome=escalated", "outcome=unhandled" }));
    }

    [Test]
    public async Task Links_count_their_connections_and_bytes()
    {
        using var seen = new Recorded();
        await using (var procs = await LinkedProcs.LinkAsync())
        {
            var counter = procs.There.Spawn("counter", new CounterActor(0)).Bind();
            for (var i = 0; i < 10; i++)
            {
                counter.Add(procs.Client, 1);
            }

            Assert.That(await counter.GetAsync(procs.Client).Soon(), Is.EqualTo(10));
            Assert.That(seen.Sum("hyperactor.channel.connections"), Is.EqualTo(2));
            Assert.That(seen.Of("hyperactor.channel.frame.size").Count(), Is.EqualTo(12));
        }

        Assert.Multiple(() =>
        {
            Assert.That(seen.Sum("hyperactor.channel.connections"), Is.Zero);
            Assert.That(seen.Sum("hyperactor.channel.sent"), Is.GreaterThan(seen.Sum("hyperactor.channel.frame.size")));
            Assert.That(seen.Sum("hyperactor.channel.received"), Is.EqualTo(seen.Sum("hyperactor.channel.sent")));
            Assert.That(seen.Sum("hyperactor.messages.sent"), Is.EqualTo(11));
            Assert.That(seen.Sum("hyperactor.messages.delivered"), Is.EqualTo(11));
        });
    }

    [Test]
    public async Task A_proc_that_cannot_be_reached_is_counted_with_its_connection()
    {
        using var seen = new Recorded();
        await using var proc = new Proc(new WorldId("here").Proc(0), new());
        await using var router = new Hyperactor.Mailboxes.PeerRouter(
            proc.Host, "secret", Hyperactor.Channels.ChannelOptions.Default, (_, _) => new(ChannelAddress.Parse("unix:/no/such/socket")));
        proc.Host.ForwardTo(router);
        await using var client = proc.Attach("client");
        new ActorRef<CounterActor>(new WorldId("there").Proc(0).Actor("a")).Add(client, 1);
        await client.Returned.ReceiveAsync().Soon();
        await Patience.Until(() => seen.Sum("hyperactor.procs.lost") == 1);
        Assert.That(seen.Of("hyperactor.channel.connection_errors").Single().Tags, Is.EqualTo("operation=dial"));
        Assert.That(seen.Sum("hyperactor.messages.returned", ("reason", "link_lost")), Is.EqualTo(1));
    }

    // 10 messages and a call over the handle, 5 and a call over the reference, 2 over a port handle, 1 to a port: 20.
    private static async Task SendGoodOnes(Proc proc, Client client)
    {
        var actor = proc.Spawn("good", new CounterActor(0));
        for (var i = 0; i < 10; i++)
        {
            actor.Add(client, 1);
        }

        for (var i = 0; i < 5; i++)
        {
            actor.Bind().Add(client, 1);
        }

        Assert.That(await actor.GetAsync(client).Soon(), Is.EqualTo(15));
        Assert.That(await actor.Bind().GetAsync(client).Soon(), Is.EqualTo(15));
        var (handle, receiver) = client.OpenPort<string>();
        handle.Send("1");
        handle.Send("2");
        handle.Bind().Send(client, "3");
        for (var i = 1; i <= 3; i++)
        {
            Assert.That(await receiver.ReceiveAsync().Soon(), Is.EqualTo(i.ToString(CultureInfo.InvariantCulture)));
        }
    }

    // Refused 1; to nobody, to a client, to a closed port, to nowhere 4: 5, of which 1 is delivered.
    private static async Task SendBadOnes(Proc proc, Client client)
    {
        var actor = proc.Spawn("refusing", new CounterActor(0));
        await Assert.ThrowsAsync<CallFaultedException>(async () => await actor.RefuseAsync(client).Soon());
        new ActorRef<CounterActor>(proc.Id.Actor("nobody")).Add(client, 1);
        new ActorRef<CounterActor>(client.Self).Add(client, 1);
        var (handle, receiver) = client.OpenPort<string>();
        var port = handle.Bind();
        receiver.Dispose();
        port.Send(client, "too late");
        new ActorRef<CounterActor>(new WorldId("elsewhere").Proc(3).Actor("a")).Add(client, 1);
        for (var i = 0; i < 4; i++)
        {
            await client.Returned.ReceiveAsync().Soon();
        }
    }

    // Waited for 1, abandoned 1, broken 1, behind that 3 messages and a call, half of them over the reference: 7 and 1 more.
    private static async Task SendBehindAFailure(Proc proc, Client client)
    {
        var actor = proc.Spawn("failing", new CounterActor(0));
        var gate = Guid.NewGuid().ToString();
        var wait = actor.WaitAsync(client, gate).AsTask();
        await Gates.Of($"{gate}:entered").Soon();
        using var cancelled = new CancellationTokenSource();
        var abandoned = actor.GetAsync(client, cancelled.Token).AsTask();
        await cancelled.CancelAsync();
        actor.Add(client, 1);
        actor.Break(client, "broken");
        actor.Add(client, 1);
        actor.Bind().Add(client, 1);
        var local = actor.GetAsync(client).AsTask();
        var remote = actor.Bind().GetAsync(client).AsTask();
        Gates.Open(gate);
        await wait.Soon();
        Assert.That(async () => await abandoned.Soon(), Throws.InstanceOf<OperationCanceledException>());
        await Assert.ThrowsAsync<UndeliveredCallException>(async () => await local.Soon());
        await Assert.ThrowsAsync<UndeliveredCallException>(async () => await remote.Soon());
        await client.Returned.ReceiveAsync().Soon();
        await client.Returned.ReceiveAsync().Soon();
        await actor.Completion.Soon();
    }

    private static int Durations(Recorded seen, string outcome) => seen.Of("hyperactor.handler.duration")
        .Count(m => m.Tags.EndsWith($"outcome={outcome}", StringComparison.Ordinal));
}
