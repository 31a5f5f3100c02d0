using Hyperactor.Configuration;

namespace Hyperactor;

/// <summary>
/// The values of all settings, in layers: default, inherited from the launcher, file, environment, runtime, override. An
/// ordinary object: a program makes one with <see cref="Load"/> and hands it on in <see cref="ProcOptions.Config"/>.
/// </summary>
/// <remarks>
/// Safe to use from many threads. Reading takes no lock and reads one consistent set of values. What lives long, such as a
/// proc or a link, reads its settings when it is made.
/// </remarks>
public sealed class Config
{
    private readonly Lock _gate = new();
    private readonly IReadOnlyDictionary<string, SettingValue> _loaded;
    private readonly AsyncLocal<ConfigOverride?> _overrides = new();
    private volatile IReadOnlyDictionary<string, SettingValue> _current;

    private Config(IReadOnlyDictionary<string, SettingValue> loaded)
    {
        _loaded = loaded;
        _current = loaded;
    }

    /// <summary>Loads all settings. Nothing is watched: what changes in the sources later is not seen.</summary>
    /// <exception cref="ConfigurationException">
    /// A value is none or out of range, a file cannot be read, or names a setting that there is not.
    /// </exception>
    public static Config Load(ConfigSources? sources = null) => new(new ConfigLoader(sources ?? new()).Load());

    /// <summary>The value that wins. A setting that was not declared when this was loaded has its default, or what was set.</summary>
    /// <exception cref="AttrException">Another setting has the same name and another type.</exception>
    public T Get<T>(Setting<T> setting) => Find(setting).Value;

    /// <summary>The value that wins, and why.</summary>
    /// <exception cref="AttrException">Another setting has the same name and another type.</exception>
    public ConfigValue<T> Explain<T>(Setting<T> setting)
    {
        var found = Find(setting);
        return new(found.Value, found.Layer, found.Source);
    }

    /// <summary>Sets a value for all that read it from now on, over file and environment.</summary>
    /// <exception cref="ConfigurationException">It is out of range.</exception>
    public void Set<T>(Setting<T> setting, T value)
    {
        ArgumentNullException.ThrowIfNull(setting);
        Change(setting, setting.Take(value, ConfigLayer.Runtime, "set by the program"));
    }

    /// <summary>Takes back what <see cref="Set{T}"/> did: the value is again the one that was loaded.</summary>
    public void Reset(ISetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        Change(setting, _loaded.GetValueOrDefault(setting.Name));
    }

    /// <summary>
    /// Sets a value until the result is disposed, for this flow of control alone: the code that follows, what it awaits, and
    /// the tasks that it starts. Others do not see it, so tests that run at the same time do not disturb one another. The
    /// newest that is not disposed wins, in whatever order they are disposed.
    /// </summary>
    /// <remarks>An <c>async</c> method that overrides does so for itself, not for its caller.</remarks>
    /// <exception cref="ConfigurationException">It is out of range.</exception>
    public IDisposable Override<T>(Setting<T> setting, T value)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var made = new ConfigOverride(
            setting.Take(value, ConfigLayer.Override, "overridden in this scope"), ConfigOverride.Live(_overrides.Value));
        _overrides.Value = made;
        return made;
    }

    /// <summary>All settings with their values as they are seen here, for people.</summary>
    public ConfigDump Dump() => new([.. Effective().Values.OrderBy(v => v.Setting.Name, StringComparer.Ordinal).Select(ConfigRow.Of)]);

    /// <summary>What differs from the defaults, as text: what a launcher hands to the processes that it starts.</summary>
    internal IReadOnlyDictionary<string, string> Explicit() => Effective().Values
        .Where(v => v.Layer != ConfigLayer.Default)
        .OrderBy(v => v.Setting.Name, StringComparer.Ordinal)
        .ToDictionary(v => v.Setting.Name, v => v.Text, StringComparer.Ordinal);

    /// <summary>Variables that would win over what the program has set, if a process that it starts saw them.</summary>
    internal IEnumerable<string> OverruledVariables() => Effective().Values
        .Where(v => v.Layer > ConfigLayer.Environment)
        .Select(v => v.Setting.Environment);

    private SettingValue<T> Find<T>(Setting<T> setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var found = ConfigOverride.Find(_overrides.Value, setting.Name)
            ?? _current.GetValueOrDefault(setting.Name)
            ?? ((ISetting)setting).DefaultValue;
        return found as SettingValue<T> ?? throw new AttrException(
            $"{setting.Name} is a setting of another type, and was asked for as {TypeNames.Of(typeof(T))}: two settings have one name. "
            + "Rename one of them.");
    }

    private Dictionary<string, SettingValue> Effective()
    {
        var values = new Dictionary<string, SettingValue>(_current, StringComparer.Ordinal);
        foreach (var name in ConfigOverride.Names(_overrides.Value))
        {
            if (ConfigOverride.Find(_overrides.Value, name) is { } found)
            {
                values[name] = found;
            }
        }

        return values;
    }

    private void Change(ISetting setting, SettingValue? value)
    {
        lock (_gate)
        {
            var values = new Dictionary<string, SettingValue>(_current, StringComparer.Ordinal);
            if (value is null)
            {
                values.Remove(setting.Name);
            }
            else
            {
                values[setting.Name] = value;
            }

            _current = values;
        }
    }
}
