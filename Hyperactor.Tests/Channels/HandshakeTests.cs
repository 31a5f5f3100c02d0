using System.Text;
using Hyperactor.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Hyperactor.Tests.Channels;

[Parallelizable(ParallelScope.All)]
[TestFixtureSource(typeof(Place), nameof(Place.All))]
public sealed class HandshakeTests(string place)
{
    [TestCase("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "not a hello, but 474554202F204854")]
    [TestCase("\0\0\0\0\0\0\0\0", "no frame of kind 0")]
    [TestCase("SSH-2.0-OpenSSH_9.6\r\n", "not a hello")]
    public async Task Bytes_of_something_else_are_refused_and_cost_no_other_link(string text, string reason)
    {
        await using var rig = await LinkRig.StartAsync(place);
        var pair = await rig.ConnectAsync();
        await using var peer = await rig.ConnectRawAsync();

        await peer.WriteAsync(Encoding.Latin1.GetBytes(text));

        var close = await peer.ReadCloseAsync();
        Assert.That(close.Code, Is.EqualTo(CloseCode.ProtocolError));
        Assert.That(close.Text, Does.Contain(reason));
        Assert.That(await peer.ReadAsync(), Is.Null);
        pair.Client.TryPost(new ByteFrame(new byte[] { 1 }));
        Assert.That(await pair.HeardByServer.NextAsync(), Is.EqualTo(new byte[] { 1 }));
        Assert.That(rig.Server.OpenedCount, Is.Zero);
    }

    [Test]
    public async Task A_payload_before_the_hello_is_refused()
    {
        await using var rig = await LinkRig.StartAsync(place);
        await using var peer = await rig.ConnectRawAsync();
        await peer.WriteAsync(Bytes.Payload([]));
        Assert.That((await peer.ReadCloseAsync()).Text, Does.Contain("before the hello"));
    }

    [Test]
    public async Task Another_version_is_refused_and_told_which_is_spoken_here()
    {
        await using var rig = await LinkRig.StartAsync(place);
        await using var peer = await rig.ConnectRawAsync();
        await peer.WriteAsync(Bytes.Hello("raw"u8, version: 7));
        Assert.That((await peer.ReadCloseAsync()).Text, Does.Contain("version 7").And.Contain("version 1"));
    }

    [Test]
    public async Task A_hello_byte_by_byte_is_a_hello_and_what_follows_it_is_not_lost()
    {
        await using var rig = await LinkRig.StartAsync(place);
        await using var peer = await rig.ConnectRawAsync();
        foreach (var b in Bytes.Hello("raw"u8))
        {
            await peer.WriteAsync(new[] { b });
        }

        Assert.That(Encoding.UTF8.GetString((await rig.Server.NextAsync()).Link.Greeting.Span), Is.EqualTo("raw"));

        await using var hasty = await rig.ConnectRawAsync();
        await hasty.WriteAsync(Bytes.Hello("hasty"u8).Concat(Bytes.Payload([1])).Concat(Bytes.Payload([2])).ToArray());
        var (_, handler) = await rig.Server.NextAsync();
        Assert.That(await handler.NextAsync(), Is.EqualTo(new byte[] { 1 }));
        Assert.That(await handler.NextAsync(), Is.EqualTo(new byte[] { 2 }));
    }

    [Test]
    public async Task A_slow_hello_is_timed_out_and_delays_nobody()
    {
        var time = new FakeTimeProvider();
        var options = new ChannelOptions { TimeProvider = time };
        await using var rig = await LinkRig.StartAsync(place, options);
        await using var slow = await rig.ConnectRawAsync();
        await slow.WriteAsync(Bytes.Hello("slow"u8).AsMemory(0, 10));
        // Accepted after the slow one, and so served beside it.
        var pair = await rig.ConnectAsync();

        time.Advance(options.HelloTimeout);

        var close = await slow.ReadCloseAsync();
        Assert.That(close.Code, Is.EqualTo(CloseCode.TimedOut));
        Assert.That(close.Text, Does.Contain("no hello within 00:00:10"));
        pair.Client.TryPost(new ByteFrame(new byte[] { 1 }));
        Assert.That(await pair.HeardByServer.NextAsync(), Is.EqualTo(new byte[] { 1 }));
    }

    [Test]
    public async Task A_listener_that_says_nothing_is_timed_out_by_the_dialling_side()
    {
        var time = new FakeTimeProvider();
        var options = new ChannelOptions { TimeProvider = time };
        var transport = new Transports(options);
        await using var listener = await transport.ListenAsync(Place.New(place));
        var dialling = Links.DialAsync(transport, listener.Address, new TestHost("client"), options);
        await using var mute = new RawPeer(await listener.AcceptAsync().Soon());
        Assert.That((await mute.ReadAsync())!.Value.Kind, Is.EqualTo(FrameKind.Hello));

        time.Advance(options.HelloTimeout);

        var e = (await Assert.ThrowsAsync<ChannelException>(() => dialling.Soon()))!;
        Assert.That(e.Fault, Is.EqualTo(ChannelFault.TimedOut));
        Assert.That(e.Message, Does.Contain(listener.Address.ToString()));
    }

    [Test]
    public async Task A_listener_that_is_no_peer_is_named_by_the_dialling_side()
    {
        var transport = new Transports(ChannelOptions.Default);
        await using var listener = await transport.ListenAsync(Place.New(place));
        var dialling = Links.DialAsync(transport, listener.Address, new TestHost("client"), ChannelOptions.Default);
        await using (var other = new RawPeer(await listener.AcceptAsync().Soon()))
        {
            await other.WriteAsync("220 mail.example ready\r\n"u8.ToArray());
            await other.ReadAsync();
            Assert.That((await other.ReadCloseAsync()).Code, Is.EqualTo(CloseCode.ProtocolError));
        }

        var e = (await Assert.ThrowsAsync<ChannelException>(() => dialling.Soon()))!;
        Assert.That(e.Fault, Is.EqualTo(ChannelFault.NotAPeer));
    }

    [Test]
    public async Task A_listener_that_hangs_up_fails_the_dial()
    {
        var transport = new Transports(ChannelOptions.Default);
        await using var listener = await transport.ListenAsync(Place.New(place));
        var dialling = Links.DialAsync(transport, listener.Address, new TestHost("client"), ChannelOptions.Default);
        await (await listener.AcceptAsync().Soon()).DisposeAsync();
        var e = (await Assert.ThrowsAsync<ChannelException>(() => dialling.Soon()))!;
        Assert.That(e.Fault, Is.EqualTo(ChannelFault.Io));
    }

    [Test]
    public async Task A_greeting_that_the_listener_does_not_want_is_refused_in_its_words()
    {
        await using var rig = await LinkRig.StartAsync(place);
        rig.Server.RefuseDo = greeting => greeting == "client" ? "no clients here" : null;

        var e = (await Assert.ThrowsAsync<ChannelException>(
            () => Links.DialAsync(rig.Transport, rig.Listener.Address, rig.Client, rig.Options).Soon()))!;

        Assert.That(e.Fault, Is.EqualTo(ChannelFault.Refused));
        Assert.That(e.Message, Does.Contain("no clients here").And.Contain(rig.Listener.Address.ToString()));
        Assert.That(rig.Server.OpenedCount, Is.Zero);
    }

    [Test]
    public async Task A_greeting_that_the_dialling_side_does_not_want_ends_the_link_as_refused()
    {
        await using var rig = await LinkRig.StartAsync(place);
        rig.Client.RefuseDo = _ => "another world";

        var e = (await Assert.ThrowsAsync<ChannelException>(
            () => Links.DialAsync(rig.Transport, rig.Listener.Address, rig.Client, rig.Options).Soon()))!;

        Assert.That(e.Fault, Is.EqualTo(ChannelFault.Refused));
        var (link, _) = await rig.Server.NextAsync();
        Assert.That(await link.Completion.Soon(), Is.EqualTo(new LinkClosed(LinkEnd.Refused, "another world")));
    }

    [Test]
    public async Task A_check_that_throws_refuses_and_tells_no_secrets()
    {
        await using var rig = await LinkRig.StartAsync(place);
        rig.Server.RefuseDo = _ => throw new InvalidOperationException("secret");
        var e = (await Assert.ThrowsAsync<ChannelException>(
            () => Links.DialAsync(rig.Transport, rig.Listener.Address, rig.Client, rig.Options).Soon()))!;
        Assert.That(e.Fault, Is.EqualTo(ChannelFault.Refused));
        Assert.That(e.Message, Does.Not.Contain("secret"));
    }

    [Test]
    public async Task A_greeting_over_the_limit_is_the_callers_fault()
    {
        await using var rig = await LinkRig.StartAsync(place);
        var fits = new TestHost(new string('x', Hello.GreetingBytesMax));
        await using var link = await Links.DialAsync(rig.Transport, rig.Listener.Address, fits, rig.Options).Soon();
        var over = new TestHost(new string('x', Hello.GreetingBytesMax + 1));
        await Assert.ThrowsAsync<ArgumentException>(
            () => Links.DialAsync(rig.Transport, rig.Listener.Address, over, rig.Options).Soon());
    }

    [Test]
    public async Task Cancelling_a_dial_ends_it()
    {
        var transport = new Transports(ChannelOptions.Default);
        await using var listener = await transport.ListenAsync(Place.New(place));
        using var cancel = new CancellationTokenSource();
        var dialling = Links.DialAsync(
            transport, listener.Address, new TestHost("client"), ChannelOptions.Default, cancel.Token);
        await using var mute = new RawPeer(await listener.AcceptAsync().Soon());
        await mute.ReadAsync();
        await cancel.CancelAsync();
        await Assert.CatchAsync<OperationCanceledException>(() => dialling.Soon());
        Assert.That(await mute.ReadAsync(), Is.Null);
    }

    [Test]
    public async Task Dialling_nobody_is_an_exception_that_names_the_address()
    {
        var transport = new Transports(ChannelOptions.Default);
        var address = await Place.AbandonedAsync(transport, place);
        var e = (await Assert.ThrowsAsync<ChannelException>(
            () => Links.DialAsync(transport, address, new TestHost("client"), ChannelOptions.Default).Soon()))!;
        Assert.That(e.Fault, Is.EqualTo(ChannelFault.NobodyListens));
        Assert.That(e.Message, Does.Contain(address.ToString()));
    }
}
