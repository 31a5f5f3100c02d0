using System.Globalization;
using System.Text;

namespace Hyperactor.References;

/// <summary>The names inside ids: a letter or <c>_</c>, then letters, digits, marks and connectors, of any script.</summary>
internal static class Identifier
{
    /// <summary>The name itself, or an error that quotes it.</summary>
    internal static string Require(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (LengthAt(name, 0) != name.Length || name.Length == 0)
        {
            throw new ReferenceFormatException(
                name, 0, $"\"{name}\" is not a name: write a letter or '_', then letters, digits and '_'.");
        }

        return name;
    }

    /// <summary>How many chars from <paramref name="start"/> on form an identifier; 0 if none does.</summary>
    internal static int LengthAt(ReadOnlySpan<char> text, int start)
    {
        var position = start;
        while (position < text.Length
            && Rune.DecodeFromUtf16(text[position..], out var rune, out var consumed) == System.Buffers.OperationStatus.Done
            && (position == start ? IsStart(rune) : IsContinue(rune)))
        {
            position += consumed;
        }

        return position - start;
    }

    private static bool IsStart(Rune rune) => rune.Value == '_' || Rune.IsLetter(rune)
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.LetterNumber;

    private static bool IsContinue(Rune rune) => IsStart(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.ConnectorPunctuation;
}
