namespace Hyperactor.Channels;

/// <summary>Memory that a socket's loop sends from where it lies; completes with whether all of it left.</summary>
/// <remarks>Who waits goes on within the loop, as who waits for a pipe of <see cref="PipeLimits.Inline"/> does.</remarks>
// Waiting --TryStart--> Started (the loop)    Waiting --Cancel--> Cancelled, completing with false (who cancels)
internal sealed class PendingSend : TaskCompletionSource<bool>
{
    private const int Waiting = 0;
    private const int Started = 1;
    private const int Cancelled = 2;

    private readonly CancellationTokenRegistration _registration;
    private int _state;

    internal PendingSend(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        Bytes = bytes;
        Cancellation = cancellation;
        _registration = cancellation.UnsafeRegister(static send => ((PendingSend)send!).Cancel(), this);
    }

    internal ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Stops what was started.</summary>
    internal CancellationToken Cancellation { get; }

    /// <summary>Whether the loop may send it: false once it was cancelled, and nobody waits any more.</summary>
    internal bool TryStart()
    {
        _registration.Unregister();
        return Interlocked.CompareExchange(ref _state, Started, Waiting) == Waiting;
    }

    // The loop may be stuck in what it sends before: who cancels does not wait for it.
    private void Cancel()
    {
        if (Interlocked.CompareExchange(ref _state, Cancelled, Waiting) == Waiting)
        {
            // The loop may have ended before it came to this, and have said so.
            TrySetResult(false);
        }
    }
}
