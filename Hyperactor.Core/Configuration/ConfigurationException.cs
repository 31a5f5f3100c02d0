namespace Hyperactor;

/// <summary>
/// A setting cannot have the value that it was given, or there is no such setting. The message names the setting, the
/// value, where it comes from, and what is expected.
/// </summary>
/// <param name="setting">The name of the setting as it was written, or null if it is about a whole source.</param>
/// <param name="source">Where it was written: a file with its line, or a variable.</param>
/// <param name="message">What is wrong and what to write instead.</param>
/// <param name="inner">What underlies it.</param>
public sealed class ConfigurationException(string? setting, string source, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The name of the setting as it was written, or null.</summary>
    public string? Setting { get; } = setting;

    /// <summary>Where it was written.</summary>
    public string Origin { get; } = source;
}
