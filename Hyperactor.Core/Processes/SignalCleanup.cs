using System.Globalization;
using Hyperactor.Failures;

namespace Hyperactor.Processes;

/// <summary>
/// What is to be done before SIGINT or SIGTERM ends the process, on Linux and macOS; get it from
/// <see cref="HyperactorProcess.Signals"/>.
/// <code>
/// nothing registered → nothing installed: the system's default applies
/// first signal       → the cleanups, the latest first, one after the other, within a limit; the end by that signal
/// second signal      → the end by that signal, at once
/// </code>
/// All members may be used from any thread.
/// </summary>
/// <remarks>
/// The parent sees that a signal ended the process, and <see cref="AppDomain.ProcessExit"/> is not raised, as without
/// cleanups. A signal that is inherited as ignored stays ignored, except for SIGTERM under CoreCLR, which takes it over
/// when a cleanup is registered. Where a generic host runs, leave the signals to it.
/// </remarks>
public sealed class SignalCleanup
{
    /// <summary>
    /// The part of a cleanup's time, in percent, after which its token is cancelled; the rest is for giving up.
    /// </summary>
    private const int WorkPercent = 90;

    private readonly Lock _lock = new();
    private readonly List<Cleanup> _cleanups = [];
    private readonly SignalPlatform _platform;
    private readonly HyperactorProcessOptions _options;
    private readonly Action<string> _report;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IDisposable? _watch;
    private long _lastId;
    private int _signal;

    /// <param name="platform">What a process can do about signals.</param>
    /// <param name="options">The limits and their clock.</param>
    /// <param name="report">Told what went wrong; may be called from any thread, and must not throw.</param>
    internal SignalCleanup(SignalPlatform platform, HyperactorProcessOptions options, Action<string> report)
    {
        _platform = platform;
        _options = options;
        _report = report;
    }

    /// <summary>How many cleanups are registered and not started.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _cleanups.Count;
            }
        }
    }

    /// <summary>Completes when the cleanups are over and the process is about to end.</summary>
    internal Task Ended => _ended.Task;

    /// <summary>
    /// Registers a cleanup until it is unregistered. The first one installs the handlers. One that is registered while
    /// cleanups run is the next to run.
    /// </summary>
    /// <param name="cleanup">
    /// Called on the thread pool; what it throws is written to standard error and stops no other. Its token is
    /// cancelled when nine tenths of its time are over; a cleanup that goes on for longer than its time is left
    /// behind.
    /// </param>
    /// <returns>The number of the registration; never the same twice.</returns>
    /// <exception cref="PlatformNotSupportedException">This is Windows.</exception>
    public long Register(Func<CancellationToken, ValueTask> cleanup)
    {
        ArgumentNullException.ThrowIfNull(cleanup);
        lock (_lock)
        {
            if (Volatile.Read(ref _signal) == 0)
            {
                _watch ??= _platform.Watch(OnSignal);
            }

            _cleanups.Add(new(++_lastId, cleanup));
            return _lastId;
        }
    }

    /// <summary>Registers a cleanup until the guard is disposed.</summary>
    /// <param name="cleanup">As for <see cref="Register"/>.</param>
    /// <exception cref="PlatformNotSupportedException">This is Windows.</exception>
    public SignalRegistration RegisterScoped(Func<CancellationToken, ValueTask> cleanup) =>
        new(this, Register(cleanup));

    /// <summary>Takes a cleanup out again. The last one takes the handlers along.</summary>
    /// <param name="id">What <see cref="Register"/> returned.</param>
    /// <returns>False if it is not registered: never, not any more, or a signal has started it.</returns>
    public bool Unregister(long id)
    {
        lock (_lock)
        {
            var removed = _cleanups.RemoveAll(cleanup => cleanup.Id == id) > 0;
            if (_cleanups.Count == 0 && Volatile.Read(ref _signal) == 0)
            {
                StopWatching();
            }

            return removed;
        }
    }

    /// <summary>On the runtime's thread for signals: decides, and leaves the work to others.</summary>
    private void OnSignal(int signal)
    {
        if (Interlocked.CompareExchange(ref _signal, signal, 0) != 0)
        {
            _platform.EndBy(signal);
            return;
        }

        // It ends the process, whatever happens in it.
        _ = Task.Run(() => EndAsync(signal));
    }

    private async Task EndAsync(int signal)
    {
        try
        {
            RedirectBrokenStreams();
            await RunAllAsync();
        }
        catch (Exception e)
        {
            _report($"the cleanups broke: {FailureText.Of(e)}");
        }

        lock (_lock)
        {
            StopWatching();
        }

        _platform.EndBy(signal);
        _ended.TrySetResult();
    }

    private void RedirectBrokenStreams()
    {
        if (!_options.RedirectBrokenStreams)
        {
            return;
        }

        try
        {
            StandardStreams.RedirectIfBroken();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            _report($"the standard streams are broken and were not redirected: {FailureText.MessageOf(e)}");
        }
    }

    private async Task RunAllAsync()
    {
        var start = _options.Time.GetTimestamp();
        while (Count > 0)
        {
            var left = _options.CleanupTimeout - _options.Time.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
            {
                _report(Text($"{Count} cleanups did not run: {_options.CleanupTimeout} were over"));
                return;
            }

            if (TryTakeLatest() is { } cleanup)
            {
                await RunAsync(cleanup, left < _options.CleanupTimeoutEach ? left : _options.CleanupTimeoutEach);
            }
        }
    }

    private async Task RunAsync(Cleanup cleanup, TimeSpan limit)
    {
        // Not disposed: a cleanup that is left behind may still use its token, and the process ends anyway.
        var stop = new CancellationTokenSource(limit * WorkPercent / 100, _options.Time);

        // On the pool: one that blocks, or throws before it awaits, is no different from the others.
        var work = Task.Run(() => cleanup.Run(stop.Token).AsTask());
        try
        {
            await work.WaitAsync(limit, _options.Time);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            _report(Text($"cleanup {cleanup.Id} did not end within {limit} and was left behind"));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            _report(Text($"cleanup {cleanup.Id} did not end within {limit} and gave up"));
        }
        catch (Exception e)
        {
            _report(Text($"cleanup {cleanup.Id} failed: {FailureText.Of(e)}"));
        }
    }

    private Cleanup? TryTakeLatest()
    {
        lock (_lock)
        {
            if (_cleanups.Count == 0)
            {
                return null;
            }

            var latest = _cleanups[^1];
            _cleanups.RemoveAt(_cleanups.Count - 1);
            return latest;
        }
    }

    private void StopWatching()
    {
        _watch?.Dispose();
        _watch = null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Cleanup(long Id, Func<CancellationToken, ValueTask> Run);
}
