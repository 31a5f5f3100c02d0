using System.Globalization;
using Hyperactor.Failures;

namespace Hyperactor.Processes;

/// <summary>
/// Writes down the exceptions that nobody caught: those that end the process, and those of tasks that nobody awaited.
/// It changes nothing about what follows from them.
/// </summary>
/// <param name="prefix">Stands before each of them.</param>
/// <param name="options">Whether they go to a file too, and the clock.</param>
/// <param name="report">Writes to standard error; must not throw.</param>
internal sealed class FailureCapture(LogPrefix prefix, HyperactorProcessOptions options, Action<string> report)
{
    private readonly Lock _fileLock = new();

    internal void Install()
    {
        AppDomain.CurrentDomain.UnhandledException += (_, e) => Write("unhandled exception", e.ExceptionObject);
        TaskScheduler.UnobservedTaskException +=
            (_, e) => Write("exception of a task that nobody awaited", e.Exception);
    }

    /// <param name="what">Where it comes from.</param>
    /// <param name="thrown">The exception; other languages may throw other objects.</param>
    internal void Write(string what, object thrown)
    {
        var text = $"{what}: {(thrown is Exception e ? FailureText.Of(e) : thrown.GetType().FullName)}";
        report(text);
        if (options.CrashFile is { } file)
        {
            Append(file, text);
        }
    }

    private void Append(string file, string text)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture, $"{options.Time.GetUtcNow():O} {Environment.ProcessId} {prefix} {text}\n");
        try
        {
            lock (_fileLock)
            {
                File.AppendAllText(file, line);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            report($"{file} cannot be written: {FailureText.MessageOf(e)}");
        }
    }
}
