using System.Globalization;
using Hyperactor.Failures;
using Hyperactor.Processes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Hyperactor.Hosting;

/// <summary>
/// Writes log lines like those of glog, behind the prefix that tells processes apart:
/// <code>[prefix] Lyyyymmdd hh:mm:ss.uuuuuu thread category] message</code>
/// where L is the first letter of the level. Further lines of a message, its scopes and its exception are indented, so
/// that no message can look like the beginning of another.
/// </summary>
public sealed class HyperactorConsoleFormatter : ConsoleFormatter, IDisposable
{
    /// <summary>The name under which logging finds it.</summary>
    public const string FormatterName = "hyperactor";

    private const string DefaultTimestamp = "yyyyMMdd HH:mm:ss.ffffff";
    private const string Indentation = "    ";

    private readonly IDisposable? _reload;
    private HyperactorConsoleOptions _options;
    private LogPrefix _prefix;

    /// <summary>Follows its options as they change.</summary>
    public HyperactorConsoleFormatter(IOptionsMonitor<HyperactorConsoleOptions> options)
        : base(FormatterName)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.CurrentValue;
        _prefix = new(_options.LogPrefixVariable);
        _reload = options.OnChange(changed =>
        {
            Volatile.Write(ref _prefix, new(changed.LogPrefixVariable));
            Volatile.Write(ref _options, changed);
        });
    }

    /// <inheritdoc/>
    public override void Write<TState>(
        in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        ArgumentNullException.ThrowIfNull(textWriter);
        var message = logEntry.Formatter?.Invoke(logEntry.State, logEntry.Exception);
        if (message is null && logEntry.Exception is null)
        {
            return;
        }

        var options = Volatile.Read(ref _options);
        WriteHead(textWriter, options, logEntry.LogLevel, logEntry.Category);
        WriteLines(textWriter, message ?? "");
        if (options.IncludeScopes)
        {
            scopeProvider?.ForEachScope(
                static (scope, writer) =>
                {
                    writer.Write(Indentation);
                    writer.Write("in ");
                    WriteLines(writer, scope?.ToString() ?? "");
                },
                textWriter);
        }

        if (logEntry.Exception is { } exception)
        {
            textWriter.Write(Indentation);
            WriteLines(textWriter, FailureText.Of(exception));
        }
    }

    /// <summary>Lets go of the options; those that were last seen stay in force.</summary>
    public void Dispose() => _reload?.Dispose();

    private void WriteHead(TextWriter writer, HyperactorConsoleOptions options, LogLevel level, string category)
    {
        var now = options.UseUtcTimestamp ? options.Time.GetUtcNow() : options.Time.GetLocalNow();
        writer.Write(Volatile.Read(ref _prefix).ToString());
        writer.Write(' ');
        writer.Write(LetterOf(level));
        writer.Write(now.ToString(options.TimestampFormat ?? DefaultTimestamp, CultureInfo.InvariantCulture));
        writer.Write(' ');
        writer.Write(Environment.CurrentManagedThreadId.ToString(CultureInfo.InvariantCulture));
        writer.Write(' ');
        writer.Write(category);
        writer.Write("] ");
    }

    private static void WriteLines(TextWriter writer, string text)
    {
        var isFirst = true;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!isFirst)
            {
                writer.Write(Indentation);
            }

            writer.WriteLine(line);
            isFirst = false;
        }
    }

    private static char LetterOf(LogLevel level) => level switch
    {
        LogLevel.Trace => 'T',
        LogLevel.Debug => 'D',
        LogLevel.Information => 'I',
        LogLevel.Warning => 'W',
        LogLevel.Error => 'E',
        LogLevel.Critical => 'F',
        _ => '?',
    };
}
