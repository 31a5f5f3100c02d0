using System.Buffers;
using System.IO.Pipelines;
using Hyperactor.Channels;

namespace Hyperactor.Tests.Channels;

/// <summary>Memory that a link sends from where it lies, when all goes well and when it does not.</summary>
[Parallelizable(ParallelScope.All)]
[TestFixtureSource(typeof(Place), nameof(Place.All))]
[CancelAfter(120_000)]
public sealed class BlobLinkTests(string place)
{
    private const int MiB = 1 << 20;

    [Test]
    public async Task Large_and_small_frames_keep_their_order()
    {
        await using var rig = await LinkRig.StartAsync(place);
        var pair = await rig.ConnectAsync();
        int[] sizes = [1, 65_536, 0, 3 * MiB, 65_535, 100_000, 2, 5 * MiB, 5 * MiB, 7];
        foreach (var (size, i) in sizes.Select((size, i) => (size, i)))
        {
            Assert.That(pair.Client.TryPost(new ByteFrame(Bytes.Pattern(size, i))).IsPosted, Is.True);
        }

        for (var i = 0; i < sizes.Length; i++)
        {
            Assert.That((await pair.HeardByServer.NextAsync()).AsSpan().SequenceEqual(Bytes.Pattern(sizes[i], i)), Is.True);
        }

        await pair.Client.CloseAsync("done").Soon();
        Assert.That((await pair.Server.Completion.Soon()).Reason, Is.EqualTo("done"));
    }

    [Test]
    public async Task A_frame_over_the_limit_by_its_blobs_costs_only_itself()
    {
        await using var rig = await LinkRig.StartAsync(place, new() { MaxFrameBytes = 200_000 });
        var pair = await rig.ConnectAsync();
        var over = new ByteFrame(new byte[70_000], hint: false) { Times = 3 };
        pair.Client.TryPost(new ByteFrame(new byte[] { 1 }));
        pair.Client.TryPost(over);
        pair.Client.TryPost(new ByteFrame(new byte[70_000], hint: false) { Times = 2 });
        pair.Client.TryPost(new ByteFrame(new byte[] { 2 }));

        Assert.That((await over.Told.Soon())!.Kind, Is.EqualTo(FrameLossKind.TooLarge));
        Assert.That(await pair.HeardByServer.NextAsync(), Is.EqualTo(new byte[] { 1 }));
        Assert.That(await pair.HeardByServer.NextAsync(), Has.Length.EqualTo(140_000));
        Assert.That(await pair.HeardByServer.NextAsync(), Is.EqualTo(new byte[] { 2 }));
    }

    [Test]
    public async Task A_frame_that_throws_behind_its_blob_costs_only_itself()
    {
        await using var rig = await LinkRig.StartAsync(place);
        var pair = await rig.ConnectAsync();
        var throwing = new ByteFrame(new byte[MiB]) { AfterWrite = static () => throw new InvalidOperationException("boom") };
        pair.Client.TryPost(new ByteFrame(Bytes.Pattern(MiB)));
        pair.Client.TryPost(throwing);
        pair.Client.TryPost(new ByteFrame(new byte[] { 2 }));

        Assert.That((await throwing.Told.Soon())!.Kind, Is.EqualTo(FrameLossKind.WriteFailed));
        Assert.That((await pair.HeardByServer.NextAsync()).AsSpan().SequenceEqual(Bytes.Pattern(MiB)), Is.True);
        Assert.That(await pair.HeardByServer.NextAsync(), Is.EqualTo(new byte[] { 2 }));
    }

    [Test]
    public async Task A_link_that_dies_within_a_blob_tells_what_waits_behind_it()
    {
        await using var rig = await LinkRig.StartAsync(place);
        await using var peer = await rig.ConnectRawAsync();
        await peer.SayHelloAsync();
        var (link, handler) = await rig.Server.NextAsync();
        var within = new ByteFrame(new byte[32 * MiB]);
        var behind = new ByteFrame(new byte[MiB]);
        Assert.That(link.TryPost(within).IsPosted, Is.True);
        Assert.That(link.TryPost(behind).IsPosted, Is.True);
        Assert.That((await peer.ReadAsync())!.Value.Kind, Is.EqualTo(FrameKind.Hello));
        Assert.That(await peer.Connection.ReceiveAsync(new byte[100_000]).Soon(), Is.Positive);

        await peer.DisposeAsync();

        Assert.That((await link.Completion.Soon()).End, Is.EqualTo(LinkEnd.PeerLost));
        Assert.That(await within.Told.Soon(), Is.Null, "it was on its way");
        Assert.That((await behind.Told.Soon())!.Kind, Is.EqualTo(FrameLossKind.LinkClosed));
        Assert.That(handler.ClosedCount, Is.EqualTo(1));
    }

    [Test]
    public async Task Aborting_a_link_does_not_wait_for_a_blob_that_nobody_reads()
    {
        await using var rig = await LinkRig.StartAsync(place);
        await using var peer = await rig.ConnectRawAsync();
        await peer.SayHelloAsync();
        var (link, _) = await rig.Server.NextAsync();
        var blob = new ByteFrame(new byte[32 * MiB]);
        link.TryPost(blob);
        await blob.Told.Soon();

        link.Abort("enough");

        Assert.That(await link.Completion.Soon(), Is.EqualTo(new LinkClosed(LinkEnd.LocalClose, "enough")));
    }

    [Test]
    public async Task Memory_that_cannot_be_read_ends_its_link_and_no_other()
    {
        await using var rig = await LinkRig.StartAsync(place, new() { CloseTimeout = TimeSpan.FromMilliseconds(100) });
        var other = await rig.ConnectAsync();
        var pair = await rig.ConnectAsync();
        pair.Client.TryPost(new ByteFrame(new byte[] { 1 }));
        Assert.That(await pair.HeardByServer.NextAsync(), Is.EqualTo(new byte[] { 1 }));
        pair.Client.TryPost(new ByteFrame(new Unreadable(MiB).Memory));

        Assert.That((await pair.Client.Completion.Soon()).End, Is.EqualTo(LinkEnd.PeerLost));
        Assert.That((await pair.Server.Completion.Soon()).End, Is.EqualTo(LinkEnd.PeerLost));
        other.Client.TryPost(new ByteFrame(new byte[] { 2 }));
        Assert.That(await other.HeardByServer.NextAsync(), Is.EqualTo(new byte[] { 2 }));
    }

    [Test]
    public async Task Bytes_that_change_under_way_break_no_frame()
    {
        await using var rig = await LinkRig.StartAsync(place);
        var pair = await rig.ConnectAsync();
        var bytes = new byte[2 * MiB];
        for (byte i = 0; i < 10; i++)
        {
            pair.Client.TryPost(new ByteFrame(bytes));
            pair.Client.TryPost(new ByteFrame(new[] { i }));
            bytes.AsSpan().Fill(i);
        }

        for (byte i = 0; i < 10; i++)
        {
            Assert.That(await pair.HeardByServer.NextAsync(), Has.Length.EqualTo(bytes.Length));
            Assert.That(await pair.HeardByServer.NextAsync(), Is.EqualTo(new[] { i }));
        }
    }

    [Test]
    public async Task A_connection_sends_memory_behind_what_was_flushed_and_says_when_it_is_out()
    {
        var (here, there, listener) = await ConnectAsync();
        var reading = ReadExactlyAsync(there, (3 * MiB) + 8);
        for (var i = 0; i < 3; i++)
        {
            await here.Output.WriteAsync(new byte[] { (byte)i, 77 });
            Assert.That(await here.SendAsync(Bytes.Pattern(MiB, i)).Soon(), Is.True);
        }

        await here.Output.WriteAsync(new byte[] { 9, 9 });
        var read = await reading;
        for (var i = 0; i < 3; i++)
        {
            var at = i * (MiB + 2);
            Assert.That(read[at], Is.EqualTo(i));
            Assert.That(read.AsSpan(at + 2, MiB).SequenceEqual(Bytes.Pattern(MiB, i)), Is.True);
        }

        await EndAsync(here, there, listener);
    }

    [Test]
    public async Task A_send_that_waits_behind_bytes_that_nobody_reads_can_be_cancelled()
    {
        var (here, there, listener) = await ConnectAsync();
        Task<FlushResult> write;
        do
        {
            write = here.Output.WriteAsync(new byte[100_000]).AsTask();
        }
        while (write.IsCompleted);

        here.Output.CancelPendingFlush();
        Assert.That((await write.Soon()).IsCompleted, Is.False);
        using var cancel = new CancellationTokenSource();
        var sending = here.SendAsync(new byte[64 * MiB], cancel.Token).AsTask();
        Assert.That(sending.IsCompleted, Is.False);

        await cancel.CancelAsync();

        Assert.That(await sending.Soon(), Is.False);
        await EndAsync(here, there, listener);
    }

    [Test]
    public async Task A_send_that_nobody_reads_on_says_so()
    {
        var (here, there, listener) = await ConnectAsync();
        var sending = here.SendAsync(new byte[64 * MiB]).AsTask();
        await there.Input.CompleteAsync();
        await there.DisposeAsync();
        Assert.That(await sending.Soon(), Is.False);
        Assert.That(await here.SendAsync(new byte[MiB]).Soon(), Is.False);
        await here.DisposeAsync();
        await listener.DisposeAsync();
    }

    [Test]
    public async Task Receiving_takes_first_what_the_pipe_holds_and_ends_with_the_stream()
    {
        var (here, there, listener) = await ConnectAsync();
        await here.Output.WriteAsync(new byte[] { 1, 2, 3, 4 });
        var first = await there.Input.ReadAsync().Soon();
        there.Input.AdvanceTo(first.Buffer.GetPosition(1));
        await here.Output.WriteAsync(new byte[] { 5 });
        await here.Output.CompleteAsync();

        List<byte> received = [];
        var two = new byte[2];
        while (await there.ReceiveAsync(two).Soon() is > 0 and var count)
        {
            received.AddRange(two[..count]);
        }

        Assert.That(received, Is.EqualTo(new byte[] { 2, 3, 4, 5 }));
        Assert.That((await there.Input.ReadAsync().Soon()).IsCompleted, Is.True);
        await EndAsync(here, there, listener);
    }

    [Test]
    public async Task Receiving_can_be_cancelled_and_tried_again()
    {
        var (here, there, listener) = await ConnectAsync();
        using var cancel = new CancellationTokenSource();
        var receiving = there.ReceiveAsync(new byte[10], cancel.Token).AsTask();
        await cancel.CancelAsync();
        Assert.That(await receiving.Soon(), Is.Zero);

        await here.Output.WriteAsync(new byte[] { 8 });
        var one = new byte[10];
        Assert.That(await there.ReceiveAsync(one).Soon(), Is.EqualTo(1));
        Assert.That(one[0], Is.EqualTo(8));
        await EndAsync(here, there, listener);
    }

    private async Task<(Connection Here, Connection There, Listener Listener)> ConnectAsync()
    {
        var transport = new Transports(ChannelOptions.Default);
        var listener = await transport.ListenAsync(Place.New(place));
        var here = await transport.DialAsync(listener.Address).Soon();
        return (here, await listener.AcceptAsync().Soon(), listener);
    }

    private static async Task EndAsync(Connection here, Connection there, Listener listener)
    {
        await here.DisposeAsync();
        await there.DisposeAsync();
        await listener.DisposeAsync();
    }

    private static async Task<byte[]> ReadExactlyAsync(Connection connection, int count)
    {
        var bytes = new byte[count];
        for (var read = 0; read < count;)
        {
            var more = await connection.ReceiveAsync(bytes.AsMemory(read)).Soon();
            Assert.That(more, Is.Positive);
            read += more;
        }

        return bytes;
    }

    /// <summary>Memory that was given back too early.</summary>
    private sealed class Unreadable(int count) : MemoryManager<byte>
    {
        public override Memory<byte> Memory => CreateMemory(count);

        public override Span<byte> GetSpan() => throw new InvalidOperationException("gone");

        public override MemoryHandle Pin(int elementIndex = 0) => throw new InvalidOperationException("gone");

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
