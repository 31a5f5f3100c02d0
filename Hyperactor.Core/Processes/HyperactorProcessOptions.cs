namespace Hyperactor;

/// <summary>How <see cref="HyperactorProcess.Initialize(HyperactorProcessOptions)"/> sets this process up.</summary>
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
    public TimeSpan CleanupTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one cleanup may take before the next one runs. 5 seconds by default.</summary>
    public TimeSpan CleanupTimeoutEach { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Whether standard output and standard error go to a file when a signal comes and either is broken. True by
    /// default.
    /// </summary>
    public bool RedirectBrokenStreams { get; init; } = true;

    /// <summary>The clock of the limits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(CleanupTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(CleanupTimeoutEach, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(Time);
    }
}
