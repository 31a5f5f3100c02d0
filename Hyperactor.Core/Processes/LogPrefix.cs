using Hyperactor.Failures;

namespace Hyperactor.Processes;

/// <summary>
/// The word in brackets before everything that a process writes about itself, which tells processes apart that write to
/// one place: the value of an environment variable, read anew each time, or <c>[-]</c>.
/// </summary>
/// <param name="variable">The name of the variable; null for none.</param>
public sealed class LogPrefix(string? variable)
{
    /// <summary>The most characters of a value that are shown.</summary>
    public const int LengthMax = 64;

    private const string None = "[-]";

    /// <summary>The name of the variable, if there is one.</summary>
    public string? Variable { get; } = variable;

    /// <summary>The prefix as of now. Line breaks and other control characters are shown as <c>_</c>.</summary>
    public override string ToString() =>
        Variable is { Length: > 0 } && Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } value
            ? Bracketed(value)
            : None;

    private static string Bracketed(string value)
    {
        var shown = FailureText.Cut(value, LengthMax);
        return $"[{string.Create(shown.Length, shown, static (text, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                text[i] = char.IsControl(from[i]) ? '_' : from[i];
            }
        })}]";
    }
}
