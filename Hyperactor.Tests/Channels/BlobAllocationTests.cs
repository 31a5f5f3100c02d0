using Hyperactor.Channels;

namespace Hyperactor.Tests.Channels;

/// <summary>What a large frame allocates: nothing of its size where it is sent, and once its size where it is read.</summary>
[NonParallelizable]
[TestFixtureSource(typeof(Place), nameof(Place.All))]
[CancelAfter(120_000)]
public sealed class BlobAllocationTests(string place)
{
    private const int MiB = 1 << 20;
    private const int Frames = 20;

    [Test]
    public async Task A_sender_allocates_little_however_large_the_frame()
    {
        await using var rig = await LinkRig.StartAsync(place);
        await using var peer = await rig.ConnectRawAsync();
        await peer.SayHelloAsync();
        var (link, _) = await rig.Server.NextAsync();
        Assert.That((await peer.ReadAsync())!.Value.Kind, Is.EqualTo(FrameKind.Hello));
        var blob = new byte[MiB];
        var read = new byte[MiB + 8];
        await SendAsync();

        var before = GC.GetTotalAllocatedBytes(precise: true);
        await SendAsync();
        Assert.That((GC.GetTotalAllocatedBytes(precise: true) - before) / Frames, Is.LessThan(MiB / 10));

        async Task SendAsync()
        {
            for (var i = 0; i < Frames; i++)
            {
                Assert.That(link.TryPost(new ByteFrame(blob)).IsPosted, Is.True);
                for (var got = 0; got < read.Length;)
                {
                    got += await peer.Connection.ReceiveAsync(read.AsMemory(got));
                }
            }
        }
    }

    [Test]
    public async Task A_reader_allocates_a_frame_once()
    {
        await using var rig = await LinkRig.StartAsync(place);
        var pair = await rig.ConnectAsync();
        var blob = new byte[MiB];
        await SendAsync();

        var before = GC.GetTotalAllocatedBytes(precise: true);
        await SendAsync();
        Assert.That((GC.GetTotalAllocatedBytes(precise: true) - before) / Frames, Is.LessThan(MiB * 11 / 10));

        async Task SendAsync()
        {
            for (var i = 0; i < Frames; i++)
            {
                pair.Client.TryPost(new ByteFrame(blob));
                Assert.That((await pair.HeardByServer.Frames.ReadAsync()).Length, Is.EqualTo(MiB));
            }
        }
    }
}
