using System.Globalization;

namespace Hyperactor.Telemetry;

/// <summary>Values as short texts: bounded, the same in every country, and never an exception.</summary>
internal static class TagText
{
    /// <summary>How long a text may be, in chars; what is longer is cut and ends in an ellipsis.</summary>
    internal const int LengthMax = 256;

    /// <summary>The value as text.</summary>
    internal static string Of<T>(T value)
    {
        try
        {
            return Cut(value switch
            {
                null => "null",
                string text => text,
                bool truth => truth ? "true" : "false",
                IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
                _ => value.ToString() ?? "",
            });
        }
        catch (Exception e)
        {
            // A value of the user's that cannot be printed is no reason to fail who works with it.
            return $"<{e.GetType().Name}>";
        }
    }

    /// <summary>The text, cut where it is longer than <paramref name="max"/>; no character is cut in two.</summary>
    internal static string Cut(string text, int max = LengthMax) => text.Length <= max
        ? text
        : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[max - 2]) ? max - 2 : max - 1), "…");
}
