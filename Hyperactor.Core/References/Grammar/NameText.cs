using System.Globalization;

namespace Hyperactor.References;

/// <summary>The names inside ids: a letter or <c>_</c>, then letters, digits, marks and connectors, of any script.</summary>
/// <remarks>
/// Close to the identifiers of Unicode Standard Annex 31, by general categories: the platform has no table of XID. Which
/// code points are letters is the platform's knowledge; an analyzer in an old host may not know the newest scripts.
/// </remarks>
internal static class NameText
{
    /// <summary>What a name looks like, for messages.</summary>
    internal const string Problem = "expected a letter or '_', then letters, digits and '_'";

    /// <summary>How many chars from <paramref name="start"/> on form a name; 0 if none does.</summary>
    internal static int LengthAt(ReadOnlySpan<char> text, int start)
    {
        var position = start;
        while (position < text.Length)
        {
            var width = WidthAt(text, position, isFirst: position == start);
            if (width == 0)
            {
                break;
            }

            position += width;
        }

        return position - start;
    }

    /// <summary>Whether the whole text is one name; if not, where it stops being one.</summary>
    internal static bool TryScan(ReadOnlySpan<char> text, out TextFault fault)
    {
        var length = LengthAt(text, 0);
        if (length == text.Length && length > 0)
        {
            fault = default;
            return true;
        }

        fault = new(length, length == 0 ? Problem : "expected nothing but letters, digits and '_'");
        return false;
    }

    private static int WidthAt(ReadOnlySpan<char> text, int position, bool isFirst)
    {
        var c = text[position];
        if (c < 0x80)
        {
            var fits = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' || (!isFirst && c is >= '0' and <= '9');
            return fits ? 1 : 0;
        }

        if (!char.IsSurrogate(c))
        {
            return Fits(CharUnicodeInfo.GetUnicodeCategory(c), isFirst) ? 1 : 0;
        }

        if (position + 1 == text.Length || !char.IsSurrogatePair(c, text[position + 1]))
        {
            return 0;
        }

        var pair = text.Slice(position, 2).ToString();
        return Fits(CharUnicodeInfo.GetUnicodeCategory(pair, 0), isFirst) ? 2 : 0;
    }

    private static bool Fits(UnicodeCategory category, bool isFirst) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => true,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.ConnectorPunctuation => !isFirst,
        _ => false,
    };
}
