using System.Threading.Tasks.Sources;

namespace Hyperactor.Channels;

/// <summary>
/// Lets one waiter sleep until somebody wakes it; a wake that finds nobody asleep is kept, once. Allocates nothing.
/// </summary>
// Idle --Wait--> Waiting (the waiter)    Waiting --Wake--> Idle, completing the wait (any waker)
// Idle --Wake--> Set (any waker)         Set --Wait--> Idle, without sleeping (the waiter)
internal sealed class WakeSignal : IValueTaskSource
{
    private const int Idle = 0;
    private const int Set = 1;
    private const int Waiting = 2;

    // Continuations run elsewhere: who posts does not send.
    private ManualResetValueTaskSourceCore<bool> _core = new() { RunContinuationsAsynchronously = true };
    private int _state;

    /// <summary>
    /// Completes at the next wake, or at once if there was one since the last wait. One waiter at a time.
    /// </summary>
    internal ValueTask WaitAsync()
    {
        _core.Reset();
        // Partner: the exchange in Wake.
        if (Interlocked.CompareExchange(ref _state, Waiting, Idle) == Idle)
        {
            return new(this, _core.Version);
        }

        Volatile.Write(ref _state, Idle);
        return default;
    }

    internal void Wake()
    {
        while (true)
        {
            var state = Volatile.Read(ref _state);
            if (state == Set)
            {
                return;
            }

            // Partner: the exchange in WaitAsync.
            var next = state == Idle ? Set : Idle;
            if (Interlocked.CompareExchange(ref _state, next, state) == state)
            {
                if (state == Waiting)
                {
                    _core.SetResult(true);
                }

                return;
            }
        }
    }

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
