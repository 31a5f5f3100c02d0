using Microsoft.Extensions.Logging.Console;

namespace Hyperactor.Hosting;

/// <summary>
/// How <see cref="HyperactorConsoleFormatter"/> writes. <see cref="ConsoleFormatterOptions.TimestampFormat"/>
/// replaces its own format of times; times are local unless <see cref="ConsoleFormatterOptions.UseUtcTimestamp"/> is
/// set.
/// </summary>
public sealed class HyperactorConsoleOptions : ConsoleFormatterOptions
{
    /// <summary>
    /// The environment variable whose value stands in brackets before each line, read anew for each; null, or a
    /// variable that is not set, gives <c>[-]</c>. Name the same one to <see cref="HyperactorProcess"/>.
    /// </summary>
    public string? LogPrefixVariable { get; set; }

    /// <summary>The clock of the lines.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;
}
