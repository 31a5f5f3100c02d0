using Hyperactor.Channels;
using Hyperactor.Sync;

namespace Hyperactor.Tests.Channels;

[Parallelizable(ParallelScope.All)]
public sealed class SendQueueTests
{
    private const int Overhead = ChannelOptions.QueuedFrameOverheadBytes;

    [Test]
    public void Frames_come_out_in_the_order_they_went_in()
    {
        var queue = new SendQueue(1 << 20);
        var frames = Enumerable.Range(0, 5).Select(_ => new ByteFrame(default)).ToArray();
        var firsts = frames.Select(frame =>
        {
            Assert.That(queue.TryAdd(frame, 0, out var first), Is.EqualTo(PostStatus.Posted));
            return first;
        }).ToArray();

        Assert.That(firsts[0], Is.True);
        Assert.That(firsts[1..], Is.All.False);
        Assert.That(All(queue), Is.EqualTo(frames));
        Assert.That(queue.Take(), Is.Null);
    }

    [Test]
    public void A_full_queue_takes_more_when_room_is_made()
    {
        var queue = new SendQueue(2 * (Overhead + 10));
        Assert.That(queue.TryAdd(new ByteFrame(default), 10, out _), Is.EqualTo(PostStatus.Posted));
        Assert.That(queue.TryAdd(new ByteFrame(default), 10, out _), Is.EqualTo(PostStatus.Posted));
        Assert.That(queue.TryAdd(new ByteFrame(default), 0, out _), Is.EqualTo(PostStatus.Full));
        queue.Release(Overhead + 10);
        Assert.That(queue.TryAdd(new ByteFrame(default), 10, out _), Is.EqualTo(PostStatus.Posted));
    }

    [Test]
    public void A_frame_larger_than_the_queue_goes_alone()
    {
        var queue = new SendQueue(100);
        Assert.That(queue.TryAdd(new ByteFrame(default), 1000, out _), Is.EqualTo(PostStatus.Posted));
        Assert.That(queue.TryAdd(new ByteFrame(default), 0, out _), Is.EqualTo(PostStatus.Full));
    }

    [Test]
    public void A_sealed_queue_takes_nothing_and_gives_back_what_it_had()
    {
        var queue = new SendQueue(1000);
        var frame = new ByteFrame(default);
        queue.TryAdd(frame, 0, out _);
        queue.Seal();
        Assert.That(All(queue), Is.EqualTo(new[] { frame }));
        Assert.That(queue.TryAdd(new ByteFrame(default), 0, out _), Is.EqualTo(PostStatus.Closed));
        Assert.That(queue.TryPush(new ByteFrame(default), out _), Is.False);
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_wake_is_never_lost(CancellationToken cancellation)
    {
        const int Rounds = 20_000;
        var signal = new WakeSignal();
        var work = 0;
        var done = 0;
        var waker = Task.Run(
            async () =>
            {
                for (var i = 0; i < Rounds; i++)
                {
                    Interlocked.Increment(ref work);
                    signal.Wake();
                    if (i % 3 == 0)
                    {
                        await Task.Yield();
                    }
                }
            },
            cancellation);
        while (done < Rounds)
        {
            if (Interlocked.Exchange(ref work, 0) is var taken and > 0)
            {
                done += taken;
                continue;
            }

            await signal.WaitAsync().AsTask().WaitAsync(cancellation);
        }

        await waker;
        Assert.That(done, Is.EqualTo(Rounds));
    }

    private static List<LaneItem> All(SendQueue queue)
    {
        var all = new List<LaneItem>();
        while (queue.Take() is { } item)
        {
            all.Add(item);
        }

        return all;
    }
}
