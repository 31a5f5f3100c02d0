using Hyperactor.Channels;

namespace Hyperactor.Tests.Channels;

[Parallelizable(ParallelScope.All)]
[TestFixtureSource(typeof(Place), nameof(Place.All))]
public sealed class LinkListenerTests(string place)
{
    [Test]
    public async Task Disposing_closes_every_link_with_a_reason_and_waits_for_all_of_it()
    {
        var rig = await LinkRig.StartAsync(place);
        var pairs = new List<LinkPair>();
        for (var i = 0; i < 5; i++)
        {
            pairs.Add(await rig.ConnectAsync());
        }

        await using var halfway = await rig.ConnectRawAsync();
        await rig.Listener.DisposeAsync().Soon();

        foreach (var pair in pairs)
        {
            Assert.That(pair.Server.Completion.IsCompleted, Is.True);
            Assert.That(pair.HeardByServer.ClosedCount, Is.EqualTo(1));
            var why = await pair.Client.Completion.Soon();
            Assert.That(why, Is.EqualTo(new LinkClosed(LinkEnd.PeerClosed, "the listener was closed")));
        }

        Assert.That(rig.Listener.LinkCount, Is.Zero);
        Assert.That(await halfway.ReadAsync(), Is.Null);
        await rig.DisposeAsync().Soon();
    }

    [Test]
    public async Task Links_that_ended_are_forgotten()
    {
        await using var rig = await LinkRig.StartAsync(place);
        var pair = await rig.ConnectAsync();
        await Waiting.UntilAsync(() => rig.Listener.LinkCount == 1);
        await pair.Client.CloseAsync("done").Soon();
        await Waiting.UntilAsync(() => rig.Listener.LinkCount == 0);
    }

    [Test]
    public async Task Many_dial_at_once_and_each_gets_its_link()
    {
        await using var rig = await LinkRig.StartAsync(place);
        var links = await Task.WhenAll(Enumerable.Range(0, 50).Select(
            _ => Links.DialAsync(rig.Transport, rig.Listener.Address, rig.Client, rig.Options))).Soon();
        for (var i = 0; i < links.Length; i++)
        {
            Assert.That(links[i].TryPost(new ByteFrame(new[] { (byte)i })).IsPosted, Is.True);
        }

        var heard = new List<byte>();
        for (var i = 0; i < links.Length; i++)
        {
            heard.AddRange(await (await rig.Server.NextAsync()).Handler.NextAsync());
        }

        Assert.That(heard.Order(), Is.EqualTo(Enumerable.Range(0, links.Length).Select(i => (byte)i)));
        await Task.WhenAll(links.Select(link => link.DisposeAsync().AsTask())).Soon();
    }

    [Test]
    public async Task One_link_too_many_is_refused_as_busy()
    {
        await using var rig = await LinkRig.StartAsync(place, new ChannelOptions { MaxLinks = 1 });
        var pair = await rig.ConnectAsync();
        await Waiting.UntilAsync(() => rig.Listener.LinkCount == 1);

        var e = (await Assert.ThrowsAsync<ChannelException>(
            () => Links.DialAsync(rig.Transport, rig.Listener.Address, rig.Client, rig.Options).Soon()))!;
        Assert.That(e.Fault, Is.EqualTo(ChannelFault.Busy));

        await pair.Client.CloseAsync("room").Soon();
        await Waiting.UntilAsync(() => rig.Listener.LinkCount == 0);
        await rig.ConnectAsync();
    }

    [Test]
    public async Task Hellos_over_the_limit_wait_their_turn()
    {
        await using var rig = await LinkRig.StartAsync(place, new ChannelOptions { MaxPendingHellos = 1 });
        var slow = await rig.ConnectRawAsync();
        var dialling = Links.DialAsync(rig.Transport, rig.Listener.Address, rig.Client, rig.Options);
        await slow.DisposeAsync();
        await using var link = await dialling.Soon();
        Assert.That(link.Completion.IsCompleted, Is.False);
    }

    [Test]
    public async Task A_host_that_fails_to_open_a_link_costs_that_link()
    {
        await using var rig = await LinkRig.StartAsync(place);
        var frame = new ByteFrame(new byte[1]);
        rig.Server.OpenedDo = link =>
        {
            Assert.That(link.TryPost(frame).IsPosted, Is.True);
            throw new InvalidOperationException("boom");
        };
        var lost = await Links.DialAsync(rig.Transport, rig.Listener.Address, rig.Client, rig.Options).Soon();
        var why = await lost.Completion.Soon();
        Assert.That(why, Is.EqualTo(new LinkClosed(LinkEnd.PeerClosed, "the other side failed to open the link")));
        Assert.That((await frame.Told.Soon())!.Reason, Does.Contain("boom"));
        await rig.Client.NextAsync();

        rig.Server.OpenedDo = _ => { };
        await rig.ConnectAsync();
    }

    [Test]
    public async Task A_dialling_host_that_fails_to_open_a_link_hears_its_own_error()
    {
        await using var rig = await LinkRig.StartAsync(place);
        rig.Client.OpenedDo = _ => throw new InvalidOperationException("boom");
        var e = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Links.DialAsync(rig.Transport, rig.Listener.Address, rig.Client, rig.Options).Soon());
        Assert.That(e!.Message, Is.EqualTo("boom"));
        var (link, _) = await rig.Server.NextAsync();
        Assert.That((await link.Completion.Soon()).End, Is.EqualTo(LinkEnd.PeerClosed));
    }

    [Test]
    public async Task An_accept_that_fails_is_survived()
    {
        var options = new ChannelOptions { AcceptRetryDelay = TimeSpan.FromMilliseconds(1) };
        var transport = new StumblingTransport(new Transports(options), failures: 3);
        var server = new TestHost("server");
        await using var listener = await LinkListener.ListenAsync(transport, Place.New(place), server, options);

        var client = new TestHost("client");
        await using var link = await Links.DialAsync(transport, listener.Address, client, options).Soon();

        Assert.That(transport.Failed, Is.EqualTo(3));
        await server.NextAsync();
    }

    [Test]
    public async Task What_a_host_posts_while_it_opens_is_the_first_that_is_heard()
    {
        await using var rig = await LinkRig.StartAsync(place);
        rig.Server.OpenedDo = link => link.TryPost(new ByteFrame(new byte[] { 42 }));
        var pair = await rig.ConnectAsync();
        Assert.That(await pair.HeardByClient.NextAsync(), Is.EqualTo(new byte[] { 42 }));
    }

    private sealed class StumblingTransport(Transport inner, int failures) : Transport
    {
        internal int Failed { get; private set; }

        public override async ValueTask<Listener> ListenAsync(
            ChannelAddress address, CancellationToken cancellation = default) =>
            new StumblingListener(this, await inner.ListenAsync(address, cancellation));

        public override ValueTask<Connection> DialAsync(
            ChannelAddress address, CancellationToken cancellation = default) => inner.DialAsync(address, cancellation);

        private sealed class StumblingListener(StumblingTransport owner, Listener inner) : Listener
        {
            public override ChannelAddress Address => inner.Address;

            public override ValueTask<Connection> AcceptAsync(CancellationToken cancellation = default)
            {
                if (owner.Failed < owner.FailuresWanted)
                {
                    owner.Failed++;
                    throw new IOException("too many open files");
                }

                return inner.AcceptAsync(cancellation);
            }

            public override ValueTask DisposeAsync() => inner.DisposeAsync();
        }

        private int FailuresWanted => failures;
    }
}
