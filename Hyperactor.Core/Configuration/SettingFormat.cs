using System.Globalization;
using System.Numerics;
using Hyperactor.Configuration;

namespace Hyperactor;

/// <summary>How values of a setting are written, in every culture alike.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public abstract class SettingFormat<T>
{
    private protected SettingFormat(string expected) => Expected = expected;

    /// <summary>What is expected, for messages: <c>a whole number</c>.</summary>
    public string Expected { get; }

    /// <summary>Reads a value; false if the text is none.</summary>
    public abstract bool TryParse(string text, out T value);

    /// <summary>Writes a value so that <see cref="TryParse"/> reads the same.</summary>
    public abstract string Format(T value);
}

/// <summary>The formats of settings. The generator chooses one by the type of the value.</summary>
public static class SettingFormat
{
    /// <summary><c>true</c> or <c>false</c>, in any case, or <c>1</c> or <c>0</c>.</summary>
    public static SettingFormat<bool> Boolean { get; } = new By<bool>(
        "true or false", SettingText.TryBoolean, static value => value ? "true" : "false");

    /// <summary>Any text, as it is.</summary>
    public static SettingFormat<string> Text { get; } = new By<string>("a text", TryText, static value => value);

    /// <summary>A time span with a unit: <c>500ms</c>, <c>30s</c>, <c>5m</c>, <c>1h</c>, <c>2d</c>, or <c>00:00:30</c>.</summary>
    public static SettingFormat<TimeSpan> Duration { get; } = new By<TimeSpan>(
        "a time span, such as 500ms, 30s, 5m, 1h or 00:00:30", SettingText.TryDuration, SettingText.Duration);

    /// <summary>A whole number.</summary>
    public static SettingFormat<T> Integer<T>()
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => new By<T>(
            "a whole number",
            static (string text, out T value) => TryFit(SettingText.TryWhole(text, out var number), number, out value),
            static value => value.ToString(null, CultureInfo.InvariantCulture));

    /// <summary>A number of bytes, such as <c>65536</c>, <c>64KiB</c>, <c>8MiB</c> or <c>1GiB</c>.</summary>
    public static SettingFormat<T> Bytes<T>()
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => new By<T>(
            "a number of bytes, such as 65536, 64KiB, 8MiB or 1GiB",
            static (string text, out T value) => TryFit(SettingText.TryBytes(text, out var number), number, out value),
            static value => SettingText.Bytes(decimal.CreateChecked(value)));

    /// <summary>A name of an enum, in any case; never its number.</summary>
    public static SettingFormat<T> Choice<T>()
        where T : struct, Enum => new By<T>(
            "one of " + string.Join(", ", Enum.GetNames<T>()),
            static (string text, out T value) =>
            {
                var index = Array.FindIndex(
                    Enum.GetNames<T>(), name => name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase));
                value = index < 0 ? default : Enum.GetValues<T>()[index];
                return index >= 0;
            },
            static value => value.ToString());

    /// <summary>Whatever the type itself reads, in the invariant culture: numbers with a point, identifiers, dates.</summary>
    public static SettingFormat<T> Parsable<T>()
        where T : ISpanParsable<T> => new By<T>(
            $"a {typeof(T).Name}",
            static (string text, out T value) => T.TryParse(text.AsSpan().Trim(), CultureInfo.InvariantCulture, out value!),
            static value => value switch
            {
                DateTime or DateTimeOffset => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
                IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
                _ => value.ToString() ?? "",
            });

    private static bool TryText(string text, out string value)
    {
        value = text;
        return true;
    }

    // Whole numbers of up to 64 bits are exact as decimals.
    private static bool TryFit<T>(bool isNumber, decimal number, out T value)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var fits = isNumber && number >= decimal.CreateSaturating(T.MinValue) && number <= decimal.CreateSaturating(T.MaxValue);
        value = fits ? T.CreateTruncating(number) : default;
        return fits;
    }

    private delegate bool Parser<T>(string text, out T value);

    private sealed class By<T>(string expected, Parser<T> parse, Func<T, string> format) : SettingFormat<T>(expected)
    {
        public override bool TryParse(string text, out T value) => parse(text, out value);

        public override string Format(T value) => format(value);
    }
}
