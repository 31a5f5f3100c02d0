namespace Hyperactor.Configuration;

/// <summary>A value of a setting, and where it comes from; never changed.</summary>
internal abstract class SettingValue(ISetting setting, ConfigLayer layer, string source)
{
    internal ISetting Setting => setting;

    internal ConfigLayer Layer => layer;

    internal string Source => source;

    /// <summary>The value as it would be written in a file.</summary>
    internal abstract string Text { get; }
}

/// <inheritdoc/>
/// <typeparam name="T">The type of the value.</typeparam>
internal sealed class SettingValue<T>(Setting<T> setting, T value, ConfigLayer layer, string source)
    : SettingValue(setting, layer, source)
{
    internal T Value => value;

    internal override string Text => setting.Format.Format(value);
}
