using Hyperactor.Configuration;

namespace Hyperactor;

/// <summary>
/// A key whose value comes from a <see cref="Config"/>: with a default, a text form, an allowed range and an environment
/// variable. Made once, by <c>[DeclareAttrs]</c> or by hand, and then used from all threads. One that was made by hand is
/// known to files and variables if it is registered with <see cref="AttrCatalog"/> before the configuration is loaded.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="name">The name: words in small letters, joined by dots.</param>
/// <param name="format">How values are written.</param>
/// <param name="defaultText">The default. It is read when it is first needed.</param>
/// <exception cref="AttrException"><paramref name="name"/> is not a name.</exception>
public sealed class Setting<T>(string name, SettingFormat<T> format, string defaultText) : AttrKey<T>(name), ISetting
{
    private Range? _range;

    /// <summary>How values are written.</summary>
    public SettingFormat<T> Format { get; } = format ?? throw new ArgumentNullException(nameof(format));

    /// <inheritdoc/>
    public string DefaultText { get; } = defaultText ?? throw new ArgumentNullException(nameof(defaultText));

    /// <inheritdoc/>
    public string? Unit { get; init; }

    /// <inheritdoc/>
    public string? Minimum { get; init; }

    /// <inheritdoc/>
    public string? Maximum { get; init; }

    /// <inheritdoc/>
    public string Environment { get; init; } = Variable(name);

    /// <summary>Always true.</summary>
    public override bool HasDefault => true;

    /// <inheritdoc/>
    /// <exception cref="ConfigurationException">The default or the range makes no sense.</exception>
    public override T Default => Limits.Default.Value;

    SettingValue ISetting.DefaultValue => Limits.Default;

    // Initializers run before the base class has looked at the name.
    private static string Variable(string? name) => name is null ? "" : name.Replace('.', '_').ToUpperInvariant();

    private Range Limits => _range ??= new(this);

    SettingValue ISetting.Parse(string text, ConfigLayer layer, string source) =>
        Format.TryParse(text, out var value) && Limits.Hold(value)
            ? new SettingValue<T>(this, value, layer, source)
            : throw Refuse(text, source);

    /// <summary>A value that code gives.</summary>
    /// <exception cref="ConfigurationException">It is out of range.</exception>
    internal SettingValue<T> Take(T value, ConfigLayer layer, string source) => Limits.Hold(value)
        ? new(this, value, layer, source)
        : throw Refuse(Format.Format(value), source);

    private ConfigurationException Refuse(string text, string source)
    {
        var range = (Minimum, Maximum) switch
        {
            (null, null) => "",
            (not null, null) => $", at least {Minimum}",
            (null, not null) => $", at most {Maximum}",
            _ => $", from {Minimum} to {Maximum}",
        };
        return new(
            Name, source, $"{source}: {Name} cannot be \"{QuotedText.Of(text)}\". Write {Format.Expected}{range}; the default is {DefaultText}.");
    }

    /// <summary>The default and the range as values. Two threads may make one each; they are the same.</summary>
    private sealed class Range
    {
        private readonly (bool Is, T Value) _minimum;
        private readonly (bool Is, T Value) _maximum;

        internal Range(Setting<T> setting)
        {
            _minimum = Read(setting, setting.Minimum, "minimum");
            _maximum = Read(setting, setting.Maximum, "maximum");
            Default = new(setting, Read(setting, setting.DefaultText, "default").Value, ConfigLayer.Default, "default");
            if (!Hold(Default.Value))
            {
                throw setting.Refuse(setting.DefaultText, $"the default of {setting.Name}");
            }
        }

        internal SettingValue<T> Default { get; }

        internal bool Hold(T value) =>
            (!_minimum.Is || Comparer<T>.Default.Compare(value, _minimum.Value) >= 0)
            && (!_maximum.Is || Comparer<T>.Default.Compare(value, _maximum.Value) <= 0);

        private static (bool Is, T Value) Read(Setting<T> setting, string? text, string what)
        {
            if (text is null)
            {
                return (false, default!);
            }

            return setting.Format.TryParse(text, out var value)
                ? (true, value)
                : throw setting.Refuse(text, $"the {what} of {setting.Name}");
        }
    }
}
