using Hyperactor.Data;
using Microsoft.Extensions.Configuration;

namespace Hyperactor.Hosting;

/// <summary>Settings from <c>Microsoft.Extensions.Configuration</c>.</summary>
public static class HostedConfiguration
{
    private const string Section = "Hyperactor";

    /// <summary>
    /// Reads each declared setting at its own path, with a colon for each dot: <c>hyperactor.actors.call_deadline</c> is
    /// <c>Hyperactor:Actors:Call_Deadline</c>, in any case; a setting of yours, <c>shop.retry_count</c>, is
    /// <c>Shop:Retry_Count</c>. What is read stands in the layer of the file. Nothing is watched.
    /// </summary>
    /// <param name="configuration">Where to read; the root, not a section.</param>
    /// <param name="settings">The settings that there are; null for all that are declared in this process.</param>
    /// <returns>Sources that may be refined further with <c>with</c>.</returns>
    /// <remarks>
    /// The section <c>Hyperactor</c> belongs to the settings: what is in it and is no setting is refused when the result is
    /// loaded. Other sections may hold what they like beside settings.
    /// </remarks>
    public static ConfigSources ToConfigSources(
        this IConfiguration configuration, IReadOnlyList<ISetting>? settings = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var entries = new Dictionary<string, ConfigEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in settings ?? [.. AttrCatalog.All.OfType<ISetting>()])
        {
            Add(entries, setting.Name, configuration[setting.Name.Replace('.', ConfigurationPath.KeyDelimiter[0])]);
        }

        foreach (var (path, value) in configuration.GetSection(Section).AsEnumerable())
        {
            Add(entries, path.Replace(ConfigurationPath.KeyDelimiter[0], '.'), value);
        }

        return new() { Entries = [.. entries.Values], Settings = settings };
    }

    // A section by itself has no value.
    private static void Add(Dictionary<string, ConfigEntry> entries, string name, string? value)
    {
        if (value is not null)
        {
            var path = name.Replace('.', ConfigurationPath.KeyDelimiter[0]);
            entries.TryAdd(name, new(name, value, $"IConfiguration, {path}"));
        }
    }
}
