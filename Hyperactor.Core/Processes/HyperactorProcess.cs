using Hyperactor.Processes;

namespace Hyperactor;

/// <summary>
/// What a process does once: it captures exceptions that nobody caught, and holds the cleanups that signals start. The
/// rest of the library works without it, and nothing in here ends the process but a signal that was sent to it.
/// </summary>
/// <remarks>
/// There is one for the whole process because what it holds is the process's own: a process has one disposition for
/// each signal, one standard error and one handler of last resort. Everything else in the library belongs to a proc
/// or a world, of which a process may have many.
/// </remarks>
public sealed class HyperactorProcess
{
    private static readonly Lock Gate = new();
    private static HyperactorProcess? _current;

    internal HyperactorProcess(HyperactorProcessOptions options, SignalPlatform platform)
    {
        options.Validate();
        Options = options;
        LogPrefix = new(options.LogPrefixVariable);
        Signals = new(platform, options, Report);
        Failures = new(LogPrefix, options, Report);
    }

    /// <summary>The options that the process was initialized with.</summary>
    public HyperactorProcessOptions Options { get; }

    /// <summary>
    /// What is to be done before SIGINT or SIGTERM ends the process. Nothing is installed until it is used.
    /// </summary>
    public SignalCleanup Signals { get; }

    /// <summary>What stands before everything that the process writes about itself.</summary>
    public LogPrefix LogPrefix { get; }

    internal FailureCapture Failures { get; }

    /// <summary>
    /// Initializes this process with default options, or gives what is there if it is initialized, whatever its
    /// options: so a library may call it too.
    /// </summary>
    public static HyperactorProcess Initialize()
    {
        lock (Gate)
        {
            return _current ?? Install(new());
        }
    }

    /// <summary>
    /// Initializes this process; again with equal options, it gives what is there. Call it first in <c>Main</c>.
    /// </summary>
    /// <exception cref="ProcessAlreadyInitializedException">
    /// It was initialized with other options, which still apply.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A time limit is not positive.</exception>
    public static HyperactorProcess Initialize(HyperactorProcessOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        lock (Gate)
        {
            var current = _current ?? Install(options);
            return current.Options == options
                ? current
                : throw new ProcessAlreadyInitializedException(current.Options, options);
        }
    }

    private static HyperactorProcess Install(HyperactorProcessOptions options)
    {
        var process = new HyperactorProcess(options, new UnixSignals());
        process.Failures.Install();
        return _current = process;
    }

    private void Report(string text)
    {
        try
        {
            Console.Error.WriteLine($"{LogPrefix} {text}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // Standard error was the last place to tell anybody.
        }
    }
}
