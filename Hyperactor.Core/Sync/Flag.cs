namespace Hyperactor.Sync;

/// <summary>
/// Something that happens once and stays so. Any number of waiters; whoever holds the <see cref="FlagGuard"/> sets it.
/// All members may be used from any thread.
/// </summary>
public sealed class Flag
{
    private readonly TaskCompletionSource _set = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Flag()
    {
    }

    /// <summary>Whether the flag is set. Once true, always true.</summary>
    public bool IsSet => _set.Task.IsCompleted;

    /// <summary>
    /// A new flag, for those who wait, and its guard, for the one who sets it. Dispose the guard with <c>using</c>: a
    /// guard that is forgotten leaves the waiters waiting, since nothing in .NET notices that a value has gone out of
    /// scope.
    /// </summary>
    public static (Flag Flag, FlagGuard Guard) Guarded()
    {
        var flag = new Flag();
        return (flag, new(flag));
    }

    /// <summary>
    /// Completes when the flag is set; at once, whatever the token, if it is. What waits continues on a stack of its
    /// own, never on that of the one who sets the flag.
    /// </summary>
    /// <param name="cancellation">Ends this wait; other waits and the flag do not notice.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled before the flag was set.</exception>
    public Task WaitAsync(CancellationToken cancellation = default) => _set.Task.WaitAsync(cancellation);

    internal bool TrySet() => _set.TrySetResult();
}
