using Hyperactor.Channels;
using Hyperactor.Mailboxes;

namespace Hyperactor.Tests.Mailboxes;

/// <summary>Procs that are dialled at the addresses in their ids, over real links, with nobody to ask where they are.</summary>
[CancelAfter(60_000)]
public sealed class DirectProcTests
{
    [Test]
    public async Task Calls_go_both_ways_between_procs_that_know_each_others_ids()
    {
        await using var here = await Node.StartAsync("here");
        await using var there = await Node.StartAsync("there");
        var far = there.Proc.Spawn("counter", new CounterActor(1)).Bind();
        var near = here.Proc.Spawn("counter", new CounterActor(2)).Bind();
        far.Add(here.Client, 10);
        near.Add(there.Client, 20);
        Assert.That(await far.GetAsync(here.Client).Soon(), Is.EqualTo(11));
        Assert.That(await near.GetAsync(there.Client).Soon(), Is.EqualTo(22));
    }

    [Test]
    public async Task An_id_that_was_parsed_leads_to_the_proc()
    {
        await using var here = await Node.StartAsync("here");
        await using var there = await Node.StartAsync("there");
        var id = there.Proc.Spawn("counter", new CounterActor(5)).Bind().Id.ToString();
        var counter = new ActorRef<CounterActor>(ActorId.Parse(id));
        Assert.That(await counter.GetAsync(here.Client).Soon(), Is.EqualTo(5));
    }

    [Test]
    public async Task Where_nobody_listens_the_message_comes_back()
    {
        await using var here = await Node.StartAsync("here");
        new ActorRef<CounterActor>(ProcId.Direct(Node.NewAddress(), "gone").Actor("counter")).Add(here.Client, 1);
        var returned = await here.Client.Returned.ReceiveAsync().Soon();
        Assert.That(returned.Failure.ToString(), Does.Contain("LinkLost").And.Contain("could not be reached"));
    }

    [Test]
    public async Task Another_proc_at_the_address_is_refused()
    {
        await using var here = await Node.StartAsync("here");
        await using var there = await Node.StartAsync("there");
        var wrong = ProcId.Direct(there.Proc.Id.Address!, "another");
        new ActorRef<CounterActor>(wrong.Actor("counter")).Add(here.Client, 1);
        var returned = await here.Client.Returned.ReceiveAsync().Soon();
        Assert.That(returned.Failure.Detail, Does.Contain("answered, and").And.Contain(",another was dialled"));
    }

    [Test]
    public async Task A_ranked_proc_has_no_route_where_nobody_can_be_asked()
    {
        await using var here = await Node.StartAsync("here");
        new ActorRef<CounterActor>(new WorldId("w").Proc(0).Actor("counter")).Add(here.Client, 1);
        var returned = await here.Client.Returned.ReceiveAsync().Soon();
        Assert.That(returned.Failure.Kind, Is.EqualTo(DeliveryFailureKind.NoRoute));
    }

    /// <summary>A proc that listens where its id says.</summary>
    private sealed class Node : IAsyncDisposable
    {
        private readonly PeerRouter _router;

        private Node(string name)
        {
            Proc = new(ProcId.Direct(NewAddress(), name), new());
            _router = new(Proc.Host, "secret", ChannelOptions.Default);
            Proc.Host.ForwardTo(_router);
            Client = Proc.Attach("client");
        }

        internal Proc Proc { get; }

        internal Client Client { get; }

        // A path that has to be escaped in ids.
        internal static ChannelAddress NewAddress() =>
            ChannelAddress.Unix(Path.Combine(Path.GetTempPath(), $"hyp,%{Guid.NewGuid():N}"));

        internal static async Task<Node> StartAsync(string name)
        {
            var node = new Node(name);
            await node._router.ListenAsync(node.Proc.Id.Address!, default);
            return node;
        }

        public async ValueTask DisposeAsync()
        {
            await Client.DisposeAsync();
            await _router.DisposeAsync();
            await Proc.DisposeAsync();
        }
    }
}
