using System.Text;

namespace Hyperactor.References;

/// <summary>Texts of strangers within a message: on one line, so that nothing in them can look like a line of a log.</summary>
internal static class QuotedText
{
    private const int Max = 200;

    /// <summary>No more than a line of the text.</summary>
    internal static string Of(ReadOnlySpan<char> text)
    {
        if (text.Length <= Max)
        {
            return OneLine(text);
        }

        return OneLine(text.Slice(0, char.IsHighSurrogate(text[Max - 1]) ? Max - 1 : Max)) + "…";
    }

    /// <summary>The whole text; what would break its line is written as in C#.</summary>
    internal static string OneLine(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '\n':
                    line.Append("\\n");
                    break;
                case '\r':
                    line.Append("\\r");
                    break;
                case '\t':
                    line.Append("\\t");
                    break;
                default:
                    // Besides the control characters, Unicode has a separator of lines and one of paragraphs.
                    if (char.IsControl(c) || c is '\u2028' or '\u2029')
                    {
                        line.Append("\\u").Append(((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
                    }
                    else
                    {
                        line.Append(c);
                    }

                    break;
            }
        }

        return line.ToString();
    }
}
