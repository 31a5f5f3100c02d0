using System.Buffers;

namespace Hyperactor.Channels;

/// <summary>
/// Frames from many posters to one sender, in the order posted. A stack that posters push onto with one exchange; the
/// sender takes it whole and turns it round, which keeps posts in order and costs one step for each.
/// </summary>
// null or frames --Push--> frames (any poster)    --TakeAll--> null (the sender)    --Seal--> Sealed, for good
internal sealed class SendQueue(long limitBytes)
{
    private static readonly OutgoingFrame Sealed = new SealedMark();

    private OutgoingFrame? _newest;
    private long _charged;

    /// <summary>
    /// Queues a frame if there is room; <paramref name="first"/> tells that the sender may be asleep.
    /// </summary>
    internal PostStatus TryAdd(OutgoingFrame frame, int bytes, out bool first)
    {
        var charge = bytes + ChannelOptions.QueuedFrameOverheadBytes;
        var charged = Interlocked.Add(ref _charged, charge);
        if (charged > limitBytes && charged != charge)
        {
            Release(charge);
            first = false;
            return PostStatus.Full;
        }

        frame.Charge = charge;
        if (TryPush(frame, out first))
        {
            return PostStatus.Posted;
        }

        Release(charge);
        return PostStatus.Closed;
    }

    /// <summary>Queues beside the limit.</summary>
    internal bool TryPush(OutgoingFrame frame, out bool first)
    {
        while (true)
        {
            var newest = Volatile.Read(ref _newest);
            first = newest is null;
            if (ReferenceEquals(newest, Sealed))
            {
                return false;
            }

            frame.Next = newest;
            // Partner: the exchanges in TakeAll and Seal.
            if (Interlocked.CompareExchange(ref _newest, frame, newest) == newest)
            {
                return true;
            }
        }
    }

    /// <summary>
    /// All that is queued, oldest first, linked by <see cref="OutgoingFrame.Next"/>. Only the sender calls.
    /// </summary>
    internal OutgoingFrame? TakeAll() =>
        Volatile.Read(ref _newest) is null ? null : OldestFirst(Interlocked.Exchange(ref _newest, null));

    /// <summary>Refuses every later post, and returns what is queued as <see cref="TakeAll"/> does. Once.</summary>
    internal OutgoingFrame? Seal() => OldestFirst(Interlocked.Exchange(ref _newest, Sealed));

    /// <summary>Makes room again for frames that were taken.</summary>
    internal void Release(long charge) => Interlocked.Add(ref _charged, -charge);

    private static OutgoingFrame? OldestFirst(OutgoingFrame? newest)
    {
        OutgoingFrame? oldest = null;
        while (newest is not null)
        {
            var next = newest.Next;
            newest.Next = oldest;
            oldest = newest;
            newest = next;
        }

        return oldest;
    }

    private sealed class SealedMark : OutgoingFrame
    {
        public override void Write(IBufferWriter<byte> body) => throw new NotSupportedException();

        public override void Undelivered(FrameLoss loss) => throw new NotSupportedException();
    }
}
