using System.Text;

namespace Hyperactor.Generators.Wire;

/// <summary>
/// Names and types in the wire lock. Most stand there as they are; what could be taken for something else is quoted. None
/// holds a <c>*</c>, nor a char that MSBuild would expand, so the whole can stand in a comment and in a property.
/// </summary>
internal static class WireText
{
    private const string Signs = "_.:/+-#<>,()[]?=!~&'";

    /// <summary>A name or a type as the lock spells it.</summary>
    public static string Escape(string text) => IsBare(text) ? text : Quote(text);

    /// <summary>Reads a name or a type; null if there is none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="at">Where it begins, and afterwards where it has ended.</param>
    public static string? Read(string line, ref int at) =>
        at < line.Length && line[at] == '"' ? ReadQuoted(line, ref at) : ReadBare(line, ref at);

    // A blank stands only behind a comma, so a blank behind anything else, and a colon before one, end it.
    private static bool IsBare(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var good = text[i] == ' '
                ? i > 0 && text[i - 1] == ','
                : char.IsLetterOrDigit(text[i]) || Signs.IndexOf(text[i]) >= 0;
            if (!good)
            {
                return false;
            }
        }

        return text.Length > 0 && text[text.Length - 1] is not (' ' or ',' or ':');
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted = c == ' ' || (c < 128 && char.IsLetterOrDigit(c)) || Signs.IndexOf(c) >= 0
                ? quoted.Append(c)
                : quoted.Append("\\u").Append(((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
        }

        return quoted.Append('"').ToString();
    }

    private static string? ReadBare(string line, ref int at)
    {
        var start = at;
        while (at < line.Length
            && !(line[at] == ' ' && (at == start || line[at - 1] != ','))
            && !(line[at] == ':' && at + 1 < line.Length && line[at + 1] == ' '))
        {
            at++;
        }

        var text = line.Substring(start, at - start);
        return IsBare(text) ? text : null;
    }

    private static string? ReadQuoted(string line, ref int at)
    {
        var text = new StringBuilder();
        for (at++; at < line.Length; at++)
        {
            if (line[at] == '"')
            {
                at++;
                return text.ToString();
            }

            if (line[at] != '\\')
            {
                text.Append(line[at]);
                continue;
            }

            if (at + 5 >= line.Length || line[at + 1] != 'u'
                || !ushort.TryParse(
                    line.Substring(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier,
                    System.Globalization.CultureInfo.InvariantCulture, out var code))
            {
                return null;
            }

            text.Append((char)code);
            at += 5;
        }

        return null;
    }
}
