using Hyperactor.Channels;
using Hyperactor.Mailboxes;

namespace Hyperactor.Tests.Mailboxes;

/// <summary>Two procs over one real link.</summary>
[TestFixture("tcp:127.0.0.1:0")]
[TestFixture("unix:")]
[CancelAfter(60_000)]
public sealed class PeerRouterTests(string address)
{
    private static readonly ProcId Here = new WorldId("here").Proc(0);
    private static readonly ProcId There = new WorldId("there").Proc(0);

    [Test]
    public async Task Messages_and_calls_cross_in_order_from_the_first_one_on()
    {
        await using var pair = await Pair.LinkAsync(address);
        var counter = pair.There.Spawn("counter", new CounterActor(0)).Bind();
        for (var i = 0; i < 5000; i++)
        {
            counter.Add(pair.Client, 1);
        }

        Assert.That(await counter.GetAsync(pair.Client).Soon(), Is.EqualTo(5000));
    }

    [Test]
    public async Task A_fault_crosses_with_type_and_message()
    {
        await using var pair = await Pair.LinkAsync(address);
        var counter = pair.There.Spawn("counter", new CounterActor(0)).Bind();
        var fault = (await Assert.ThrowsAsync<CallFaultedException>(
            async () => await counter.BreakLaterAsync(pair.Client, "boom").Soon()))!;
        Assert.That((fault.FaultType, fault.FaultMessage), Is.EqualTo(("System.InvalidOperationException", "boom")));
    }

    [Test]
    public async Task A_message_to_nobody_over_there_comes_back()
    {
        await using var pair = await Pair.LinkAsync(address);
        new ActorRef<CounterActor>(There.Actor("nobody")).Add(pair.Client, 1);
        var returned = await pair.Client.Returned.ReceiveAsync().Soon();
        Assert.That(returned.Failure.Kind, Is.EqualTo(DeliveryFailureKind.NoSuchActor));
    }

    [Test]
    public async Task A_link_that_is_cut_ends_the_calls_that_wait_and_what_is_sent_later_comes_back()
    {
        await using var pair = await Pair.LinkAsync(address);
        var counter = pair.There.Spawn("counter", new CounterActor(0)).Bind();
        var gate = Guid.NewGuid().ToString();
        var call = counter.WaitAsync(pair.Client, gate);
        await Gates.Of($"{gate}:entered").Soon();
        pair.Router.Cut("the cable was cut");
        var failure = (await Assert.ThrowsAsync<UndeliveredCallException>(async () => await call.Soon()))!.Failure;
        counter.Add(pair.Client, 1);
        var returned = await pair.Client.Returned.ReceiveAsync().Soon();
        Gates.Open(gate);
        Assert.Multiple(() =>
        {
            Assert.That(failure.Kind, Is.EqualTo(DeliveryFailureKind.UnknownOutcome));
            Assert.That(failure.Detail, Does.Contain("the cable was cut"));
            Assert.That(returned.Failure.Kind, Is.EqualTo(DeliveryFailureKind.LinkLost));
            Assert.That(pair.Lost, Is.EqualTo(new[] { There }));
        });
    }

    [Test]
    public async Task A_message_that_is_too_large_comes_back_and_its_neighbours_arrive()
    {
        await using var pair = await Pair.LinkAsync(address, new() { MaxFrameBytes = 4096 });
        var echo = pair.There.Spawn("echo", new EchoActor()).Bind();
        var (handle, receiver) = pair.Client.OpenPort<string>();
        echo.Say(pair.Client, "before", handle.Bind());
        echo.Say(pair.Client, new string('x', 5000), handle.Bind());
        echo.Say(pair.Client, "after", handle.Bind());
        Assert.That(await receiver.ReceiveAsync().Soon(), Is.EqualTo("before"));
        Assert.That(await receiver.ReceiveAsync().Soon(), Is.EqualTo("after"));
        var returned = await pair.Client.Returned.ReceiveAsync().Soon();
        Assert.That(returned.Failure.Kind, Is.EqualTo(DeliveryFailureKind.TooLarge));
    }

    [Test]
    public async Task A_proc_of_another_world_is_refused()
    {
        await using var pair = await Pair.LinkAsync(address, cookie: "another");
        new ActorRef<CounterActor>(There.Actor("counter")).Add(pair.Client, 1);
        var returned = await pair.Client.Returned.ReceiveAsync().Soon();
        Assert.That(returned.Failure.ToString(), Does.Contain("LinkLost").And.Contains("cookie"));
    }

    [Test]
    public async Task What_waits_for_a_link_that_does_not_come_about_comes_back()
    {
        await using var pair = await Pair.LinkAsync(address, find: _ => ChannelAddress.Parse("unix:/no/such/socket"));
        var counter = new ActorRef<CounterActor>(There.Actor("counter"));
        counter.Add(pair.Client, 1);
        counter.Add(pair.Client, 2);
        await pair.Client.Returned.ReceiveAsync().Soon();
        var second = await pair.Client.Returned.ReceiveAsync().Soon();
        Assert.That(second.Failure.Detail, Does.Contain("/no/such/socket"));
        Assert.That(async () => await counter.GetAsync(pair.Client).Soon(), Throws.TypeOf<UndeliveredCallException>());
    }

    [Test]
    public async Task A_proc_that_is_not_the_one_that_was_dialled_is_refused()
    {
        await using var pair = await Pair.LinkAsync(address);
        new ActorRef<CounterActor>(new WorldId("elsewhere").Proc(0).Actor("counter")).Add(pair.Client, 1);
        var returned = await pair.Client.Returned.ReceiveAsync().Soon();
        Assert.That(returned.Failure.Detail, Does.Contain("there[0] answered, and elsewhere[0] was dialled"));
    }

    /// <summary>Two procs, of which one can dial the other.</summary>
    private sealed class Pair : IAsyncDisposable
    {
        private readonly PeerRouter _thereRouter;

        private Pair(ChannelOptions options, string cookie, Func<ProcId, ChannelAddress?> find)
        {
            There = new(PeerRouterTests.There, new());
            _thereRouter = new(There.Host, "secret", options);
            There.Host.ForwardTo(_thereRouter);
            Here = new(PeerRouterTests.Here, new());
            Router = new(
                Here.Host,
                cookie,
                options,
                (id, _) => new(find(id) ?? ThereAddress),
                (id, _) => Lost.Add(id));
            Here.Host.ForwardTo(Router);
            Client = Here.Attach("client");
        }

        internal Proc Here { get; }

        internal Proc There { get; }

        internal PeerRouter Router { get; }

        internal Client Client { get; }

        internal List<ProcId> Lost { get; } = [];

        private ChannelAddress ThereAddress { get; set; } = null!;

        internal static async Task<Pair> LinkAsync(
            string address,
            ChannelOptions? options = null,
            string cookie = "secret",
            Func<ProcId, ChannelAddress?>? find = null)
        {
            var pair = new Pair(options ?? ChannelOptions.Default, cookie, find ?? (_ => null));
            pair.ThereAddress = await pair._thereRouter.ListenAsync(ChannelAddress.Parse(address), default);
            return pair;
        }

        public async ValueTask DisposeAsync()
        {
            await Client.DisposeAsync();
            await Router.DisposeAsync();
            await _thereRouter.DisposeAsync();
            await Here.DisposeAsync();
            await There.DisposeAsync();
        }
    }
}
