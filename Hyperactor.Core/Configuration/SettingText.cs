using System.Globalization;

namespace Hyperactor.Configuration;

/// <summary>
/// What people write for numbers, sizes and time spans, the same in every culture. The generator links this file and
/// refuses a default that would not be understood.
/// </summary>
internal static class SettingText
{
    private static readonly (string Unit, long Factor)[] Sizes = [("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30)];

    // The longer unit first: "ms" ends with "s".
    private static readonly (string Unit, long Ticks)[] Durations =
    [
        ("ms", TimeSpan.TicksPerMillisecond), ("s", TimeSpan.TicksPerSecond), ("m", TimeSpan.TicksPerMinute),
        ("h", TimeSpan.TicksPerHour), ("d", TimeSpan.TicksPerDay),
    ];

    /// <summary>Reads <c>true</c>, <c>false</c>, <c>1</c> or <c>0</c>.</summary>
    internal static bool TryBoolean(string text, out bool value)
    {
        var word = text.Trim();
        value = word == "1" || word.Equals("true", StringComparison.OrdinalIgnoreCase);
        return value || word == "0" || word.Equals("false", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads a whole number.</summary>
    internal static bool TryWhole(string text, out decimal value) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    /// <summary>Reads a whole number of bytes, such as <c>65536</c>, <c>64KiB</c> or <c>8 MiB</c>.</summary>
    internal static bool TryBytes(string text, out decimal value)
    {
        var word = text.Trim();
        foreach (var (unit, factor) in Sizes)
        {
            if (word.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                // No size that anybody means comes near the end of a decimal's range.
                var isNumber = TryWhole(word.Substring(0, word.Length - unit.Length), out value)
                    && Math.Abs(value) <= long.MaxValue;
                value = isNumber ? value * factor : 0;
                return isNumber;
            }
        }

        return TryWhole(word, out value);
    }

    /// <summary>Reads a time span: <c>500ms</c>, <c>1.5s</c>, <c>5m</c>, <c>1h</c>, <c>2d</c> or <c>00:00:30</c>.</summary>
    internal static bool TryDuration(string text, out TimeSpan value)
    {
        var word = text.Trim();
        foreach (var (unit, ticks) in Durations)
        {
            if (word.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                value = default;
                var number = word.Substring(0, word.Length - unit.Length).TrimEnd();
                if (!decimal.TryParse(
                        number,
                        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                        CultureInfo.InvariantCulture,
                        out var count)
                    || Math.Abs(count) > long.MaxValue / ticks)
                {
                    return false;
                }

                value = TimeSpan.FromTicks((long)(count * ticks));
                return true;
            }
        }

        // A number alone is refused: it would be taken for days, and is meant as seconds.
        value = default;
        return word.Count(static c => c == ':') == 2 && TimeSpan.TryParse(word, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>A size with the largest unit that leaves it whole.</summary>
    internal static string Bytes(decimal value)
    {
        var (unit, factor) = ("", 1L);
        foreach (var size in Sizes)
        {
            if (value != 0 && value % size.Factor == 0)
            {
                (unit, factor) = size;
            }
        }

        return (value / factor).ToString("0", CultureInfo.InvariantCulture) + unit;
    }

    /// <summary>A time span with the largest unit that leaves it whole, or as <c>00:00:30.0000001</c>.</summary>
    internal static string Duration(TimeSpan value)
    {
        var (unit, factor) = ("", 0L);
        foreach (var duration in Durations)
        {
            if (value.Ticks % duration.Ticks == 0 && (factor == 0 || value.Ticks != 0))
            {
                (unit, factor) = duration;
            }
        }

        return value.Ticks == 0 ? "0s"
            : factor == 0 ? value.ToString("c", CultureInfo.InvariantCulture)
            : (value.Ticks / factor).ToString(CultureInfo.InvariantCulture) + unit;
    }
}
