namespace Hyperactor.Sync;

/// <summary>
/// Tasks that stand and fall together: the first one that fails cancels the others.
/// <code>
/// Running → Completed   Close was called, and the last task has ended
///         → Failed      a task threw, or Fail was called
///         → Aborted     Abort, DisposeAsync, or the token of the constructor
/// </code>
/// All members may be used from any thread. Tasks that have ended are not retained.
/// </summary>
/// <remarks>
/// Cancellation asks; it cannot end a task that does not look at its token. Such a task is counted in
/// <see cref="Unfinished"/> for as long as it runs, and <see cref="DisposeAsync"/> waits for it.
/// </remarks>
public sealed class TaskGroup : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<TaskGroupStatus> _completion =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Exception> _failures = [];
    private readonly CancellationToken _outer;
    private readonly CancellationTokenRegistration _outerRegistration;
    private TaskGroupStatus _status;
    private Task _cancelling = Task.CompletedTask;
    private int _unfinished;
    private bool _closed;

    /// <summary>An empty group, which takes tasks.</summary>
    /// <param name="cancellation">Aborts the group when it is cancelled.</param>
    public TaskGroup(CancellationToken cancellation = default)
    {
        _outer = cancellation;
        _outerRegistration = cancellation.UnsafeRegister(static group => ((TaskGroup)group!).Abort(), this);
    }

    /// <summary>What has become of the group. Tasks may still run when it is no longer running.</summary>
    public TaskGroupStatus Status
    {
        get
        {
            lock (_lock)
            {
                return _status;
            }
        }
    }

    /// <summary>
    /// Completes with the final status, as soon as that is known; it never fails. Tasks that were cancelled may still
    /// run: <see cref="DisposeAsync"/> waits for those.
    /// </summary>
    public Task<TaskGroupStatus> Completion => _completion.Task;

    /// <summary>How many tasks have not ended, the cancelled ones included.</summary>
    public int Unfinished
    {
        get
        {
            lock (_lock)
            {
                return _unfinished;
            }
        }
    }

    /// <summary>
    /// What went wrong, in order. The first one failed the group, if it has failed; what tasks threw after the group
    /// had stopped follows.
    /// </summary>
    public IReadOnlyList<Exception> Failures
    {
        get
        {
            lock (_lock)
            {
                return [.. _failures];
            }
        }
    }

    /// <summary>
    /// Runs a task in the group, on this thread up to its first await. Whatever it throws fails the group, except
    /// that a cancellation ends only the task once the group has stopped.
    /// </summary>
    /// <param name="work">Given the token that is cancelled when the group stops.</param>
    /// <returns>False if the group has stopped or was closed: the work was not called.</returns>
    public bool Run(Func<CancellationToken, Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        lock (_lock)
        {
            if (_closed || _status != TaskGroupStatus.Running)
            {
                return false;
            }

            _unfinished++;
        }

        // Not lost: it never fails, and its end is counted.
        _ = RunToEndAsync(work);
        return true;
    }

    /// <summary>Fails the group, as a task of it would that throws this.</summary>
    /// <returns>False if the group had stopped before: the exception was not taken.</returns>
    public bool Fail(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return TryStop(TaskGroupStatus.Failed, exception);
    }

    /// <summary>Cancels the tasks; returns at once. The callbacks of their token run elsewhere.</summary>
    /// <returns>False if the group had stopped before.</returns>
    public bool Abort() => TryStop(TaskGroupStatus.Aborted, null);

    /// <summary>No more tasks: the group completes when the last one has ended. Again changes nothing.</summary>
    /// <returns><see cref="Completion"/>.</returns>
    public Task<TaskGroupStatus> Close()
    {
        lock (_lock)
        {
            _closed = true;
        }

        Settle();
        return Completion;
    }

    /// <summary>
    /// Aborts the group if it runs, and waits until all its tasks have ended, for as long as they take; give the wait
    /// a limit with <c>DisposeAsync().AsTask().WaitAsync(…)</c>. A task of the group that awaits this waits for
    /// itself.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        Abort();
        await _ended.Task;
        await _cancelling;
    }

    private async Task RunToEndAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(_stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested || _outer.IsCancellationRequested)
        {
            // It gave up, as it was asked to; it may have heard of it from the outer token before the group did.
            Abort();
        }
        catch (Exception e)
        {
            if (!TryStop(TaskGroupStatus.Failed, e))
            {
                AddLate(e);
            }
        }

        lock (_lock)
        {
            _unfinished--;
        }

        Settle();
    }

    private bool TryStop(TaskGroupStatus status, Exception? failure)
    {
        lock (_lock)
        {
            if (_status != TaskGroupStatus.Running)
            {
                return false;
            }

            _status = status;
            if (failure is not null)
            {
                _failures.Add(failure);
            }

            // The token says so when this returns; its callbacks, which are user code, run elsewhere.
            _cancelling = CancelAsync();
        }

        _outerRegistration.Unregister();
        _completion.TrySetResult(status);
        Settle();
        return true;
    }

    /// <summary>Completes what can be completed now that something has ended.</summary>
    private void Settle()
    {
        bool completed;
        lock (_lock)
        {
            if (_unfinished > 0)
            {
                return;
            }

            completed = _closed && _status == TaskGroupStatus.Running;
            if (completed)
            {
                _status = TaskGroupStatus.Completed;
            }
            else if (_status == TaskGroupStatus.Running)
            {
                return;
            }
        }

        if (completed)
        {
            _outerRegistration.Unregister();
            _completion.TrySetResult(TaskGroupStatus.Completed);
        }

        _ended.TrySetResult();
    }

    private async Task CancelAsync()
    {
        try
        {
            await _stop.CancelAsync();
        }
        catch (AggregateException e)
        {
            // Callbacks of the token threw.
            AddLate(e);
        }
    }

    private void AddLate(Exception failure)
    {
        lock (_lock)
        {
            _failures.Add(failure);
        }
    }
}
