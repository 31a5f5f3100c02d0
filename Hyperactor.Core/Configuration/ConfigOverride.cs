namespace Hyperactor.Configuration;

/// <summary>A value for a scope, in front of those of the scopes around it.</summary>
/// <param name="value">The value.</param>
/// <param name="outer">The next one; null if there is none.</param>
internal sealed class ConfigOverride(SettingValue value, ConfigOverride? outer) : IDisposable
{
    private volatile bool _ended;

    /// <summary>Ends it, for all flows of control that see it, whoever calls this and in whatever order.</summary>
    public void Dispose() => _ended = true;

    /// <summary>The first that has not ended.</summary>
    internal static ConfigOverride? Live(ConfigOverride? first)
    {
        while (first is { _ended: true })
        {
            first = first.Outer;
        }

        return first;
    }

    /// <summary>The value of the first that is of this setting and has not ended.</summary>
    internal static SettingValue? Find(ConfigOverride? first, string name)
    {
        for (var at = Live(first); at is not null; at = Live(at.Outer))
        {
            if (at.Value.Setting.Name == name)
            {
                return at.Value;
            }
        }

        return null;
    }

    /// <summary>The names of all that have not ended.</summary>
    internal static IEnumerable<string> Names(ConfigOverride? first)
    {
        for (var at = Live(first); at is not null; at = Live(at.Outer))
        {
            yield return at.Value.Setting.Name;
        }
    }

    private SettingValue Value => value;

    private ConfigOverride? Outer => outer;
}
