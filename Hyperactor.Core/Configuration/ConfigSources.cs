using System.Text.Json;
using Hyperactor.Configuration;

namespace Hyperactor;

/// <summary>
/// Where a <see cref="Config"/> is loaded from. By default: the variables of this process, and the file that one of them
/// names.
/// </summary>
public sealed record ConfigSources
{
    /// <summary>The variable that names the file: <c>HYPERACTOR_CONFIG</c>.</summary>
    public const string FileVariable = "HYPERACTOR_CONFIG";

    /// <summary>
    /// The variable through which a launcher hands its values to the processes that it starts, as JSON of names and texts:
    /// <c>HYPERACTOR_CONFIG_INHERITED</c>. Nobody else sets it.
    /// </summary>
    public const string InheritedVariable = "HYPERACTOR_CONFIG_INHERITED";

    /// <summary>The path of a file of JSON; null for the one that <see cref="FileVariable"/> names, if it names one.</summary>
    public string? File { get; init; }

    /// <summary>
    /// Looks up an environment variable; null means that it is not set, and so does an empty text. Called while the
    /// configuration is loaded and not later.
    /// </summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>
    /// What another configuration system has read. It stands in the layer of the file, and the file wins where both name a
    /// setting.
    /// </summary>
    public IReadOnlyList<ConfigEntry> Entries { get; init; } = [];

    /// <summary>The settings that there are; null for all that are declared in this process.</summary>
    public IReadOnlyList<ISetting>? Settings { get; init; }

    /// <summary>The settings that there are, in the order of their names.</summary>
    internal IReadOnlyList<ISetting> AllSettings() =>
        [.. (Settings ?? [.. AttrCatalog.All.OfType<ISetting>()]).OrderBy(s => s.Name, StringComparer.Ordinal)];

    /// <summary>The value of a variable, or null if it is not set or empty.</summary>
    internal string? Variable(string name) => Environment(name) is { Length: > 0 } value ? value : null;

    /// <summary>Values as <see cref="InheritedVariable"/> holds them.</summary>
    internal static string WriteInherited(IReadOnlyDictionary<string, string> values) =>
        JsonSerializer.Serialize(values, ConfigJson.Default.IReadOnlyDictionaryStringString);
}

/// <summary>A value that somebody has read for a setting.</summary>
/// <param name="Name">The setting's name, with dots; its case does not count.</param>
/// <param name="Text">The value as it would be written in a file.</param>
/// <param name="Source">Where it was read, for messages.</param>
public sealed record ConfigEntry(string Name, string Text, string Source);
