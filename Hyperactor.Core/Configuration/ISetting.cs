using Hyperactor.Configuration;

namespace Hyperactor;

/// <summary>A setting, whatever the type of its value. Only <see cref="Setting{T}"/> implements it.</summary>
public interface ISetting
{
    /// <summary>The name in files, with dots.</summary>
    string Name { get; }

    /// <summary>What it does, for people; null if nobody wrote it down.</summary>
    string? Summary { get; }

    /// <summary>What is counted, or null.</summary>
    string? Unit { get; }

    /// <summary>The environment variable that sets it.</summary>
    string Environment { get; }

    /// <summary>The default, as it would be written in a file.</summary>
    string DefaultText { get; }

    /// <summary>The least value that is taken, or null.</summary>
    string? Minimum { get; }

    /// <summary>The greatest value that is taken, or null.</summary>
    string? Maximum { get; }

    /// <summary>The default as a value.</summary>
    internal SettingValue DefaultValue { get; }

    /// <summary>Reads a value.</summary>
    /// <exception cref="ConfigurationException">The text is none, or out of range.</exception>
    internal SettingValue Parse(string text, ConfigLayer layer, string source);
}
