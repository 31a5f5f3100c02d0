using Hyperactor.Sync;

namespace Hyperactor.Channels;

/// <summary>Frames, and marks between them, from many posters to one sender, in the order posted, up to a limit.</summary>
internal sealed class SendQueue(long limitBytes)
{
    private Lane _lane;
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
    internal bool TryPush(LaneItem item, out bool first) => _lane.TryPush(item, out first);

    /// <summary>Takes the oldest frame or mark, or null. Only the sender calls.</summary>
    internal LaneItem? Take() => _lane.Pop();

    /// <summary>Refuses every later post; what is queued can still be taken. Only the sender calls.</summary>
    internal void Seal() => _lane.Close();

    /// <summary>Makes room again for frames that were taken.</summary>
    internal void Release(long charge) => Interlocked.Add(ref _charged, -charge);
}
