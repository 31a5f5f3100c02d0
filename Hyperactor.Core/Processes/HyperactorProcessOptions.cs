namespace Hyperactor;

/// <summary>
/// How <see cref="HyperactorProcess.Initialize(HyperactorProcessOptions)"/> sets this process up. The defaults
/// of limits are those of <see cref="HyperactorSettings.Processes"/>.
/// </summary>
public sealed record HyperactorProcessOptions
{
    /// <summary>
    /// The environment variable whose value stands before what the process writes about itself; null for none.
    /// </summary>
    public string? LogPrefixVariable { get; init; }

    /// <summary>
    /// A file to which exceptions that nobody caught are appended, besides standard error; null for none.
    /// </summary>
    public string? CrashFile { get; init; }

    /// <summary>
    /// How long all cleanups together may take when a signal ends the process. 10 seconds by default.
    /// </summary>
    public TimeSpan CleanupTimeout { get; init; } = HyperactorSettings.Processes.CleanupTimeout.Default;

    /// <summary>How long one cleanup may take before the next one runs. 5 seconds by default.</summary>
    public TimeSpan CleanupTimeoutEach { get; init; } = HyperactorSettings.Processes.CleanupTimeoutEach.Default;

    /// <summary>
    /// Whether standard output and standard error go to a file when a signal comes and either is broken. True by
    /// default.
    /// </summary>
    public bool RedirectBrokenStreams { get; init; } =
        HyperactorSettings.Processes.RedirectBrokenStreams.Default;

    /// <summary>The clock of the limits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What a configuration says, as it is now; the rest is for the program to add.</summary>
    public static HyperactorProcessOptions From(Config config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return new()
        {
            CleanupTimeout = config.Get(HyperactorSettings.Processes.CleanupTimeout),
            CleanupTimeoutEach = config.Get(HyperactorSettings.Processes.CleanupTimeoutEach),
            RedirectBrokenStreams = config.Get(HyperactorSettings.Processes.RedirectBrokenStreams),
        };
    }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(CleanupTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(CleanupTimeoutEach, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(Time);
    }
}
