using Hyperactor.Sync;

namespace Hyperactor.Channels;

/// <summary>A place in the queue: tells when all that was posted before it has left. Writes nothing itself.</summary>
/// <param name="farewell">What to say when the place is reached, as the last thing; null to go on.</param>
internal sealed class QueueMark(CloseFrame? farewell) : LaneItem
{
    private readonly TaskCompletionSource<bool> _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal CloseFrame? Farewell => farewell;

    /// <summary>True when everything before has left; false when the link ended first.</summary>
    internal Task<bool> Reached => _reached.Task;

    /// <summary>Tells whoever waits whether the place was reached.</summary>
    internal void Tell(bool reached) => _reached.TrySetResult(reached);
}
