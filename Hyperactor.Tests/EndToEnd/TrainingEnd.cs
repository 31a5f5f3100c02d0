namespace Hyperactor.Tests.EndToEnd;

/// <summary>How a run of the sample ended.</summary>
/// <param name="ExitCode">What it returned.</param>
/// <param name="Output">The lines that it printed.</param>
/// <param name="Errors">What it printed to standard error.</param>
internal sealed record TrainingEnd(int ExitCode, IReadOnlyList<string> Output, string Errors)
{
    /// <summary>What stands behind a name in the last two lines.</summary>
    internal string this[string name] => string.Join(' ', Output.TakeLast(2))
        .Split(' ')
        .Single(word => word.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];
}
