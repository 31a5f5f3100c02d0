namespace Hyperactor.References;

/// <summary>Numbers in ids and addresses: decimal digits and nothing else; leading zeros are allowed.</summary>
internal static class NumberText
{
    /// <summary>How many ASCII digits stand from <paramref name="start"/> on.</summary>
    internal static int DigitsAt(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] is >= '0' and <= '9')
        {
            end++;
        }

        return end - start;
    }

    /// <summary>Reads a text that is all digits and at most <paramref name="max"/>.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, ulong max, out ulong value)
    {
        value = 0;
        foreach (var c in text)
        {
            var digit = (ulong)(c - '0');
            if (c is < '0' or > '9' || value > (max - digit) / 10)
            {
                return false;
            }

            value = (value * 10) + digit;
        }

        return text.Length > 0;
    }
}
