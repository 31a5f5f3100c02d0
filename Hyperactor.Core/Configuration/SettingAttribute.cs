namespace Hyperactor;

/// <summary>
/// Says what a <see cref="Setting{T}"/> in a class that is marked <see cref="DeclareAttrsAttribute"/> is. Values are texts
/// here, as in files and variables, so that every type of value has one form.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingAttribute : Attribute
{
    /// <summary>The default; required, because a setting always has a value. Checked when the code is compiled.</summary>
    public string? Default { get; init; }

    /// <summary>The whole name, whatever the prefix; by default the prefix and the property's name in small letters.</summary>
    public string? Name { get; init; }

    /// <summary>What is counted, such as <c>messages</c>; with <c>bytes</c>, sizes such as <c>64KiB</c> are read.</summary>
    public string? Unit { get; init; }

    /// <summary>The least value that is taken, or null.</summary>
    public string? Minimum { get; init; }

    /// <summary>The greatest value that is taken, or null.</summary>
    public string? Maximum { get; init; }

    /// <summary>The environment variable; by default the name in capitals with <c>_</c> for the dots.</summary>
    public string? Environment { get; init; }

    /// <summary>What the setting does; by default the summary of the property's documentation.</summary>
    public string? Summary { get; init; }
}
