using System.Text.Json;

namespace Hyperactor.Configuration;

/// <summary>Finds the value of each setting in the sources; a later layer wins.</summary>
/// <param name="sources">The sources.</param>
internal sealed class ConfigLoader(ConfigSources sources)
{
    private readonly Dictionary<string, ISetting> _settings = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SettingValue> _values = new(StringComparer.Ordinal);

    /// <summary>Loads everything.</summary>
    /// <exception cref="ConfigurationException">Something in a source makes no sense.</exception>
    internal IReadOnlyDictionary<string, SettingValue> Load()
    {
        foreach (var setting in sources.AllSettings())
        {
            _settings.Add(setting.Name, setting);
            _values.Add(setting.Name, setting.DefaultValue);
        }

        LoadInherited();
        LoadEntries(sources.Entries);
        if ((sources.File ?? sources.Variable(ConfigSources.FileVariable)) is { } path)
        {
            LoadEntries(ConfigFile.Read(
                path, sources.File is null ? $"the environment variable {ConfigSources.FileVariable}" : "the program"));
        }

        LoadEnvironment();
        return _values;
    }

    // What the launcher knows and this program does not is no error: it may be another program.
    private void LoadInherited()
    {
        if (sources.Variable(ConfigSources.InheritedVariable) is not { } json)
        {
            return;
        }

        Dictionary<string, string>? inherited;
        try
        {
            inherited = JsonSerializer.Deserialize(json, ConfigJson.Default.DictionaryStringString);
        }
        catch (JsonException e)
        {
            throw new ConfigurationException(
                null,
                ConfigSources.InheritedVariable,
                $"The environment variable {ConfigSources.InheritedVariable} is malformed; it is set by launchers and by "
                + "nobody else.",
                e);
        }

        foreach (var (name, text) in inherited ?? [])
        {
            if (_settings.TryGetValue(name, out var setting))
            {
                _values[setting.Name] = setting.Parse(text ?? "", ConfigLayer.Inherited, "the launcher of this process");
            }
        }
    }

    private void LoadEntries(IReadOnlyList<ConfigEntry> entries)
    {
        var seen = new Dictionary<ISetting, ConfigEntry>();
        foreach (var entry in entries)
        {
            if (!_settings.TryGetValue(entry.Name, out var setting))
            {
                throw new ConfigurationException(
                    entry.Name,
                    entry.Source,
                    $"{entry.Source}: there is no setting {entry.Name}.{Suggestion.For(entry.Name, _settings.Keys)}");
            }

            if (!seen.TryAdd(setting, entry))
            {
                throw new ConfigurationException(
                    entry.Name, entry.Source, $"{entry.Source}: {entry.Name} was set before, in {seen[setting].Source}.");
            }

            _values[setting.Name] = setting.Parse(entry.Text, ConfigLayer.File, entry.Source);
        }
    }

    private void LoadEnvironment()
    {
        var variables = new Dictionary<string, ISetting>(StringComparer.Ordinal);
        foreach (var setting in _settings.Values)
        {
            if (!variables.TryAdd(setting.Environment, setting))
            {
                throw new ConfigurationException(
                    setting.Name,
                    setting.Environment,
                    $"{setting.Name} and {variables[setting.Environment].Name} have one environment variable, "
                    + $"{setting.Environment}. Give one of them another by [Setting(Environment = …)].");
            }

            if (sources.Variable(setting.Environment) is { } text)
            {
                _values[setting.Name] = setting.Parse(
                    text, ConfigLayer.Environment, $"the environment variable {setting.Environment}");
            }
        }
    }
}
