using System.Text;
using Hyperactor.Channels;
using Hyperactor.Data;

namespace Hyperactor.Tests.Channels;

/// <summary>One bad frame costs one frame; bad bytes cost the link that they came through, and no other.</summary>
[Parallelizable(ParallelScope.All)]
[TestFixtureSource(typeof(Place), nameof(Place.All))]
public sealed class LinkFaultTests(string place)
{
    private static readonly ChannelOptions Small = new() { MaxFrameBytes = 1000 };

    [Test]
    public async Task A_frame_that_says_it_is_too_large_is_refused_and_its_neighbours_arrive()
    {
        await using var rig = await LinkRig.StartAsync(place, Small);
        var pair = await rig.ConnectAsync();
        var large = new ByteFrame(new byte[1001]);

        Assert.That(pair.Client.TryPost(new ByteFrame(new byte[] { 1 })).IsPosted, Is.True);
        var outcome = pair.Client.TryPost(large);
        Assert.That(pair.Client.TryPost(new ByteFrame(new byte[1000])).IsPosted, Is.True);

        Assert.That(outcome.Status, Is.EqualTo(PostStatus.TooLarge));
        Assert.That(outcome.Reason, Does.Contain("1001").And.Contain("1000").And.Contain("MaxFrameBytes"));
        Assert.That(large.ToldCount, Is.Zero);
        Assert.That(await pair.HeardByServer.NextAsync(), Is.EqualTo(new byte[] { 1 }));
        Assert.That(await pair.HeardByServer.NextAsync(), Has.Length.EqualTo(1000));
    }

    [Test]
    public async Task A_frame_that_turns_out_too_large_or_throws_costs_only_itself()
    {
        await using var rig = await LinkRig.StartAsync(place, Small);
        var pair = await rig.ConnectAsync();
        var boom = new InvalidOperationException("boom");
        var large = new ByteFrame(new byte[1001], hint: false);
        var throwing = new ByteFrame(new byte[10]) { AfterWrite = () => throw boom };
        ByteFrame[] frames = [new(new byte[] { 1 }), large, new(new byte[] { 2 }), throwing, new(new byte[] { 3 })];

        Assert.That(frames.Select(frame => pair.Client.TryPost(frame).IsPosted), Is.All.True);

        Assert.That((await large.Told.Soon())!.Kind, Is.EqualTo(FrameLossKind.TooLarge));
        var loss = await throwing.Told.Soon();
        Assert.That(loss!.Kind, Is.EqualTo(FrameLossKind.WriteFailed));
        Assert.That(loss.Cause, Is.SameAs(boom));
        Assert.That(loss.Link, Is.Null);
        for (byte i = 1; i <= 3; i++)
        {
            Assert.That(await pair.HeardByServer.NextAsync(), Is.EqualTo(new[] { i }));
        }

        Assert.That(pair.Client.Completion.IsCompleted, Is.False);
    }

    [Test]
    public async Task A_full_queue_refuses_with_the_name_of_its_limit_and_takes_more_later()
    {
        var options = new ChannelOptions { MaxQueueBytes = 3_000_000 };
        await using var rig = await LinkRig.StartAsync(place, options);
        await using var peer = await rig.ConnectRawAsync();
        await peer.SayHelloAsync();
        var (link, _) = await rig.Server.NextAsync();
        // The peer reads nothing: pipes and sockets fill, then the queue.
        var posted = new List<ByteFrame>();
        var outcome = PostOutcome.Posted;
        while (outcome.IsPosted)
        {
            var frame = new ByteFrame(new byte[100_000]);
            outcome = link.TryPost(frame);
            if (outcome.IsPosted)
            {
                posted.Add(frame);
            }

            Assert.That(posted, Has.Count.LessThan(10_000));
        }

        Assert.That(outcome.Status, Is.EqualTo(PostStatus.Full));
        Assert.That(outcome.Reason, Does.Contain("3000000").And.Contain("MaxQueueBytes"));

        Assert.That((await peer.ReadAsync())!.Value.Kind, Is.EqualTo(FrameKind.Hello));
        for (var i = 0; i < posted.Count; i++)
        {
            Assert.That((await peer.ReadAsync())!.Value.Body.Length, Is.EqualTo(100_000));
        }

        Assert.That(link.TryPost(new ByteFrame(new byte[1])).IsPosted, Is.True);
        Assert.That((await peer.ReadAsync())!.Value.Body.Length, Is.EqualTo(1));
    }

    [Test]
    public async Task A_prefix_over_the_limit_ends_the_link_and_the_peer_hears_why()
    {
        await using var rig = await LinkRig.StartAsync(place, Small);
        var other = await rig.ConnectAsync();
        await using var peer = await rig.ConnectRawAsync();
        await peer.SayHelloAsync();
        var (link, handler) = await rig.Server.NextAsync();
        await peer.WriteAsync(Bytes.Payload([1]));
        await peer.WriteAsync(Bytes.Frame(2, new byte[50], length: 1001));

        Assert.That((await peer.ReadAsync())!.Value.Kind, Is.EqualTo(FrameKind.Hello));
        var close = await peer.ReadCloseAsync();
        Assert.That(close.Code, Is.EqualTo(CloseCode.ProtocolError));
        Assert.That(close.Text, Does.Contain("1001").And.Contain("limit of 1000"));
        Assert.That(await peer.ReadAsync(), Is.Null);
        await peer.DisposeAsync();

        var why = await link.Completion.Soon();
        Assert.That(why, Is.EqualTo(new LinkClosed(LinkEnd.ProtocolError, close.Text)));
        Assert.That(await handler.NextAsync(), Is.EqualTo(new byte[] { 1 }));
        await StillWorksAsync(other);
    }

    [TestCase("00000000" + "09000000", "no frame of kind 9")]
    [TestCase("00000000" + "02010000", "flags")]
    [TestCase("0A000000" + "01000000" + "4859505201000000" + "6869", "a second hello")]
    [TestCase("01000000" + "03000000" + "00", "no code")]
    public async Task A_frame_that_makes_no_sense_ends_the_link(string hex, string problem)
    {
        await using var rig = await LinkRig.StartAsync(place);
        await using var peer = await rig.ConnectRawAsync();
        await peer.SayHelloAsync();
        var (link, _) = await rig.Server.NextAsync();

        await peer.WriteAsync(Convert.FromHexString(hex));
        await peer.EndAsync();

        var why = await link.Completion.Soon();
        Assert.That(why.End, Is.EqualTo(LinkEnd.ProtocolError));
        Assert.That(why.Reason, Does.Contain(problem));
    }

    [TestCase(0, "without a Close")]
    [TestCase(3, "inside a frame, after 3 of the 8 bytes of a prefix")]
    [TestCase(8, "inside a frame, after 0 of the 5 bytes of a Payload frame")]
    [TestCase(12, "inside a frame, after 4 of the 5 bytes of a Payload frame")]
    public async Task An_end_without_a_close_says_where_it_came(int bytes, string where)
    {
        await using var rig = await LinkRig.StartAsync(place);
        await using var peer = await rig.ConnectRawAsync();
        await peer.SayHelloAsync();
        var (link, handler) = await rig.Server.NextAsync();
        await peer.WriteAsync(Bytes.Payload([9]));
        await peer.WriteAsync(Bytes.Payload([1, 2, 3, 4, 5]).AsMemory(0, bytes));
        await peer.EndAsync();

        var why = await link.Completion.Soon();
        Assert.That(why.End, Is.EqualTo(LinkEnd.PeerLost));
        Assert.That(why.Reason, Does.EndWith(where));
        Assert.That(await handler.NextAsync(), Is.EqualTo(new byte[] { 9 }));
        Assert.That(handler.Frames.TryRead(out _), Is.False);
    }

    [Test]
    public async Task A_handler_may_throw_what_throws_again_when_it_is_asked_why()
    {
        await using var rig = await LinkRig.StartAsync(place);
        rig.Server.OnFrameDo = static _ => throw new Failures.HostileException();
        var pair = await rig.ConnectAsync();
        pair.Client.TryPost(new ByteFrame(new byte[] { 1 }));

        var atServer = await pair.Server.Completion.Soon();
        Assert.That(atServer.End, Is.EqualTo(LinkEnd.HandlerFailed));
        Assert.That(atServer.Reason, Does.StartWith("the handler failed: <its message threw"));
    }

    [Test]
    public async Task A_handler_that_throws_ends_its_link_and_the_peer_hears_no_secrets()
    {
        await using var rig = await LinkRig.StartAsync(place);
        var other = await rig.ConnectAsync();
        var boom = new InvalidOperationException("secret");
        rig.Server.OnFrameDo = _ => throw boom;
        var pair = await rig.ConnectAsync();

        pair.Client.TryPost(new ByteFrame(new byte[] { 1 }));
        pair.Client.TryPost(new ByteFrame(new byte[] { 2 }));

        var atServer = await pair.Server.Completion.Soon();
        Assert.That(atServer.End, Is.EqualTo(LinkEnd.HandlerFailed));
        Assert.That(atServer.Cause, Is.SameAs(boom));
        var atClient = await pair.Client.Completion.Soon();
        Assert.That(atClient.End, Is.EqualTo(LinkEnd.PeerClosed));
        Assert.That(atClient.Reason, Does.Contain("handler").And.Not.Contain("secret"));
        Assert.That(pair.HeardByServer.ClosedCount, Is.EqualTo(1));
        await StillWorksAsync(other);
    }

    [Test]
    public async Task A_callback_that_throws_is_reported_and_the_link_goes_on()
    {
        await using var rig = await LinkRig.StartAsync(place, Small);
        var pair = await rig.ConnectAsync();
        pair.Client.TryPost(new ThrowingFrame(1));
        pair.Client.TryPost(new ThrowingFrame(1001));
        pair.Client.TryPost(new ByteFrame(new byte[] { 7 }));

        Assert.That(await pair.HeardByServer.NextAsync(), Has.Length.EqualTo(1));
        Assert.That(await pair.HeardByServer.NextAsync(), Is.EqualTo(new byte[] { 7 }));
        var faults = pair.HeardByClient.Faults.Select(fault => fault.Message);
        Assert.That(string.Join(", ", faults), Is.EqualTo("written, undelivered"));
    }

    [Test]
    public async Task A_close_with_a_code_of_a_later_version_is_a_close()
    {
        await using var rig = await LinkRig.StartAsync(place);
        await using var peer = await rig.ConnectRawAsync();
        await peer.SayHelloAsync();
        var (link, _) = await rig.Server.NextAsync();
        await peer.WriteAsync(Bytes.Close(77, "bye"u8));
        await peer.WriteAsync(Bytes.Payload([1]));
        Assert.That(await link.Completion.Soon(), Is.EqualTo(new LinkClosed(LinkEnd.PeerClosed, "bye")));
    }

    private static async Task StillWorksAsync(LinkPair pair)
    {
        var bytes = Encoding.UTF8.GetBytes("still here");
        Assert.That(pair.Client.TryPost(new ByteFrame(bytes)).IsPosted, Is.True);
        Assert.That(await pair.HeardByServer.NextAsync(), Is.EqualTo(bytes));
    }

    private sealed class ThrowingFrame(int count) : OutgoingFrame
    {
        public override void Write(IBodyWriter body)
        {
            body.GetSpan(count);
            body.Advance(count);
        }

        public override void Written() => throw new InvalidOperationException("written");

        public override void Undelivered(FrameLoss loss) => throw new InvalidOperationException("undelivered");
    }
}
