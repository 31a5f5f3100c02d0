using System.Buffers.Binary;
using System.Text;
using Hyperactor.Channels;

namespace Hyperactor.Tests.Channels;

[Parallelizable(ParallelScope.All)]
[TestFixtureSource(typeof(Place), nameof(Place.All))]
public sealed class LinkTests(string place)
{
    [Test]
    public async Task Frames_go_both_ways_and_each_side_knows_the_other()
    {
        await using var rig = await LinkRig.StartAsync(place);
        var pair = await rig.ConnectAsync();
        await using var client = pair.Client;

        Assert.That(Encoding.UTF8.GetString(pair.Client.Greeting.Span), Is.EqualTo("server"));
        Assert.That(Encoding.UTF8.GetString(pair.Server.Greeting.Span), Is.EqualTo("client"));
        Assert.That(pair.Client.TryPost(new ByteFrame(new byte[] { 1 })).IsPosted, Is.True);
        Assert.That(pair.Server.TryPost(new ByteFrame(new byte[] { 2 })).IsPosted, Is.True);
        Assert.That(await pair.HeardByServer.NextAsync(), Is.EqualTo(new byte[] { 1 }));
        Assert.That(await pair.HeardByClient.NextAsync(), Is.EqualTo(new byte[] { 2 }));
    }

    [Test]
    public async Task Frames_of_every_size_arrive_whole()
    {
        await using var rig = await LinkRig.StartAsync(place);
        var pair = await rig.ConnectAsync();
        int[] sizes = [0, 1, 7, 8, 9, 4095, 65_527, 65_528, 65_529, 600_000, 1 << 20, (1 << 20) + 1, 8 << 20, 0, 1];

        foreach (var size in sizes)
        {
            Assert.That(pair.Client.TryPost(new ByteFrame(Bytes.Pattern(size, size))).IsPosted, Is.True);
        }

        foreach (var size in sizes)
        {
            var heard = await pair.HeardByServer.NextAsync();
            Assert.That(heard.AsSpan().SequenceEqual(Bytes.Pattern(size, size)), Is.True, $"size {size}");
        }
    }

    [Test]
    public async Task Frames_of_each_of_many_posters_keep_their_order()
    {
        const int Posters = 8;
        const int Each = 5_000;
        await using var rig = await LinkRig.StartAsync(place);
        var pair = await rig.ConnectAsync();

        var posting = Enumerable.Range(0, Posters).Select(poster => Task.Run(() =>
        {
            for (var i = 0; i < Each; i++)
            {
                var bytes = new byte[8];
                BinaryPrimitives.WriteInt32LittleEndian(bytes, poster);
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), i);
                Assert.That(pair.Client.TryPost(new ByteFrame(bytes)).IsPosted, Is.True);
            }
        })).ToArray();
        var next = new int[Posters];
        for (var i = 0; i < Posters * Each; i++)
        {
            var heard = await pair.HeardByServer.NextAsync();
            var poster = BinaryPrimitives.ReadInt32LittleEndian(heard);
            Assert.That(BinaryPrimitives.ReadInt32LittleEndian(heard.AsSpan(4)), Is.EqualTo(next[poster]++));
        }

        await Task.WhenAll(posting);
        Assert.That(next, Is.All.EqualTo(Each));
    }

    [Test]
    public async Task Both_sides_may_send_more_than_fits_anywhere_at_once()
    {
        await using var rig = await LinkRig.StartAsync(place);
        var pair = await rig.ConnectAsync();
        for (var i = 0; i < 40; i++)
        {
            pair.Client.TryPost(new ByteFrame(Bytes.Pattern(300_000, i)));
            pair.Server.TryPost(new ByteFrame(Bytes.Pattern(300_000, -i)));
        }

        for (var i = 0; i < 40; i++)
        {
            await HearsAsync(pair.HeardByServer, Bytes.Pattern(300_000, i));
            await HearsAsync(pair.HeardByClient, Bytes.Pattern(300_000, -i));
        }
    }

    [Test]
    public async Task Flushing_waits_for_what_was_posted_before()
    {
        await using var rig = await LinkRig.StartAsync(place);
        var pair = await rig.ConnectAsync();
        var frames = Enumerable.Range(0, 1000).Select(_ => new ByteFrame(new byte[10])).ToArray();
        foreach (var frame in frames)
        {
            pair.Client.TryPost(frame);
        }

        Assert.That(await pair.Client.FlushAsync().Soon(), Is.True);
        Assert.That(frames.Select(frame => frame.ToldCount), Is.All.EqualTo(1));
    }

    [Test]
    public async Task An_orderly_close_sends_what_is_queued_and_then_the_reason()
    {
        await using var rig = await LinkRig.StartAsync(place);
        var pair = await rig.ConnectAsync();
        for (var i = 0; i < 100; i++)
        {
            pair.Client.TryPost(new ByteFrame(Bytes.Pattern(50_000, i)));
        }

        await pair.Client.CloseAsync("the work is done").Soon();

        for (var i = 0; i < 100; i++)
        {
            await HearsAsync(pair.HeardByServer, Bytes.Pattern(50_000, i));
        }

        var atServer = await pair.HeardByServer.Closed.Soon();
        var atClient = await pair.HeardByClient.Closed.Soon();
        Assert.That(atServer, Is.EqualTo(new LinkClosed(LinkEnd.PeerClosed, "the work is done")));
        Assert.That(atClient, Is.EqualTo(new LinkClosed(LinkEnd.LocalClose, "the work is done")));
        Assert.That(await pair.Server.Completion.Soon(), Is.EqualTo(await pair.HeardByServer.Closed));
        Assert.That(pair.HeardByServer.ClosedCount, Is.EqualTo(1));
        Assert.That(pair.HeardByClient.ClosedCount, Is.EqualTo(1));
    }

    [Test]
    public async Task Two_that_close_at_once_both_end()
    {
        await using var rig = await LinkRig.StartAsync(place);
        var pair = await rig.ConnectAsync();
        await Task.WhenAll(pair.Client.CloseAsync("a").AsTask(), pair.Server.CloseAsync("b").AsTask()).Soon();
        Assert.That((await pair.Client.Completion).End, Is.EqualTo(LinkEnd.LocalClose).Or.EqualTo(LinkEnd.PeerClosed));
        Assert.That((await pair.Server.Completion).End, Is.EqualTo(LinkEnd.LocalClose).Or.EqualTo(LinkEnd.PeerClosed));
    }

    [Test]
    public async Task Closing_twice_keeps_the_first_reason()
    {
        await using var rig = await LinkRig.StartAsync(place);
        var pair = await rig.ConnectAsync();
        await Task.WhenAll(pair.Client.CloseAsync("first").AsTask(), pair.Client.CloseAsync("second").AsTask()).Soon();
        await pair.Client.DisposeAsync().Soon();
        Assert.That((await pair.Server.Completion.Soon()).Reason, Is.EqualTo("first"));
    }

    [Test]
    public async Task A_post_to_a_closed_link_says_why()
    {
        await using var rig = await LinkRig.StartAsync(place);
        var pair = await rig.ConnectAsync();
        await pair.Client.CloseAsync("enough").Soon();
        var frame = new ByteFrame(default);

        var outcome = pair.Client.TryPost(frame);

        Assert.That(outcome, Is.EqualTo(new PostOutcome(PostStatus.Closed, "enough")));
        Assert.That(frame.ToldCount, Is.Zero);
        Assert.That(await pair.Client.FlushAsync().Soon(), Is.False);
    }

    [Test, Repeat(20)]
    public async Task A_peer_that_is_killed_is_lost_and_what_waits_is_told_once()
    {
        await using var rig = await LinkRig.StartAsync(place);
        var peer = await rig.ConnectRawAsync();
        await peer.SayHelloAsync();
        var (link, handler) = await rig.Server.NextAsync();
        // The peer reads nothing, so that most of this cannot leave.
        var frames = Enumerable.Range(0, 300).Select(_ => new ByteFrame(new byte[100_000])).ToArray();
        Assert.That(frames.Select(frame => link.TryPost(frame).IsPosted), Is.All.True);
        Assert.That(await frames[0].Told.Soon(), Is.Null);

        await peer.DisposeAsync();

        var why = await link.Completion.Soon();
        Assert.That(why.End, Is.EqualTo(LinkEnd.PeerLost));
        Assert.That(why, Is.EqualTo(await handler.Closed));
        Assert.That(frames.Select(frame => frame.ToldCount), Is.All.EqualTo(1));
        Assert.That(frames[^1].UndeliveredCount, Is.EqualTo(1));
        var loss = await frames[^1].Told;
        Assert.That(loss!.Kind, Is.EqualTo(FrameLossKind.LinkClosed));
        Assert.That(loss.Link, Is.EqualTo(why));
    }

    [Test]
    public async Task A_peer_that_takes_nothing_cannot_hold_up_a_close_for_ever()
    {
        var options = new ChannelOptions { CloseTimeout = TimeSpan.FromMilliseconds(50) };
        await using var rig = await LinkRig.StartAsync(place, options);
        await using var peer = await rig.ConnectRawAsync();
        await peer.SayHelloAsync();
        var (link, _) = await rig.Server.NextAsync();
        var frames = Enumerable.Range(0, 300).Select(_ => new ByteFrame(new byte[100_000])).ToArray();
        foreach (var frame in frames)
        {
            link.TryPost(frame);
        }

        await link.CloseAsync("enough").Soon();

        Assert.That(frames.Select(frame => frame.ToldCount), Is.All.EqualTo(1));
        Assert.That((await frames[^1].Told)!.Reason, Is.EqualTo("enough"));
    }

    [Test]
    public async Task Aborting_says_nothing_to_the_peer_and_ends_at_once()
    {
        await using var rig = await LinkRig.StartAsync(place);
        var pair = await rig.ConnectAsync();
        pair.Client.Abort("superseded");
        Assert.That(await pair.Client.Completion.Soon(), Is.EqualTo(new LinkClosed(LinkEnd.LocalClose, "superseded")));
        Assert.That((await pair.Server.Completion.Soon()).End, Is.EqualTo(LinkEnd.PeerLost));
    }

    [Test]
    public async Task Posts_that_race_with_a_close_have_one_outcome_each()
    {
        const int Posters = 4;
        await using var rig = await LinkRig.StartAsync(place);
        var pair = await rig.ConnectAsync();
        var posted = new List<ByteFrame>[Posters];
        var posting = Enumerable.Range(0, Posters).Select(poster => Task.Run(() =>
        {
            posted[poster] = [];
            while (true)
            {
                var frame = new ByteFrame(new byte[20]);
                var outcome = pair.Client.TryPost(frame);
                if (outcome.Status == PostStatus.Closed)
                {
                    Assert.That(frame.ToldCount, Is.Zero);
                    return;
                }

                if (outcome.IsPosted)
                {
                    posted[poster].Add(frame);
                }
            }
        })).ToArray();
        await pair.HeardByServer.NextAsync();

        await pair.Client.CloseAsync("now").Soon();
        await Task.WhenAll(posting).Soon();

        var heard = 1;
        while (await pair.HeardByServer.Frames.WaitToReadAsync())
        {
            while (pair.HeardByServer.Frames.TryRead(out _))
            {
                heard++;
            }
        }

        var all = posted.SelectMany(frames => frames).ToList();
        Assert.That(all.All(frame => frame.ToldCount == 1), Is.True);
        Assert.That(heard, Is.EqualTo(all.Count(frame => frame.UndeliveredCount == 0)));
    }

    private static async Task HearsAsync(RecordingHandler handler, byte[] bytes) =>
        Assert.That((await handler.NextAsync()).AsSpan().SequenceEqual(bytes), Is.True);
}
