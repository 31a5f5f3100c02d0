using System.Threading.Tasks.Sources;

namespace Hyperactor.Mailboxes;

/// <summary>
/// One reply that is waited for. The first of value, failure and cancellation wins; the others are told that they were
/// late. Whoever waits goes on on another stack than the one that completes it.
/// </summary>
/// <typeparam name="T">The type of the reply.</typeparam>
internal class PendingReply<T> : IValueTaskSource<T>
{
    private ManualResetValueTaskSourceCore<T> _core = new() { RunContinuationsAsynchronously = true };
    private CancellationTokenRegistration _cancellation;
    private int _completed;

    /// <summary>What to await; once.</summary>
    internal ValueTask<T> Task => new(this, _core.Version);

    /// <summary>Whether it is settled how it ends.</summary>
    internal bool IsCompleted => Volatile.Read(ref _completed) != 0;

    /// <summary>Lets a token end the waiting.</summary>
    internal void CancelWith(CancellationToken cancellation)
    {
        if (cancellation.CanBeCanceled)
        {
            _cancellation = cancellation.UnsafeRegister(
                static (state, token) => ((PendingReply<T>)state!).TryFail(new OperationCanceledException(token)), this);
        }
    }

    /// <summary>Ends the waiting with a value; false if it has ended already.</summary>
    internal bool TrySet(T value)
    {
        if (Interlocked.Exchange(ref _completed, 1) != 0)
        {
            return false;
        }

        OnCompleted();
        _core.SetResult(value);
        return true;
    }

    /// <summary>Ends the waiting with an exception; false if it has ended already.</summary>
    internal bool TryFail(Exception exception)
    {
        if (Interlocked.Exchange(ref _completed, 1) != 0)
        {
            return false;
        }

        OnCompleted();
        _core.SetException(exception);
        return true;
    }

    /// <summary>Called once, when it is settled how the waiting ends.</summary>
    private protected virtual void OnCompleted()
    {
    }

    T IValueTaskSource<T>.GetResult(short token)
    {
        _cancellation.Dispose();
        return _core.GetResult(token);
    }

    ValueTaskSourceStatus IValueTaskSource<T>.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource<T>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
