namespace Hyperactor.References;

/// <summary>The order of names: by Unicode code points, which is the order of their bytes in UTF-8.</summary>
internal static class CodePoints
{
    /// <summary>Compares two texts; null is less than any text.</summary>
    /// <remarks>
    /// UTF-16 sorts the halves of surrogate pairs (U+D800 to U+DFFF), which stand for U+10000 and above, before U+E000 to
    /// U+FFFF. At the first difference those two ranges are exchanged, as in The Unicode Standard, section 5.17, Binary Order.
    /// </remarks>
    internal static int Compare(string? left, string? right)
    {
        if (ReferenceEquals(left, right))
        {
            return 0;
        }

        if (left is null || right is null)
        {
            return left is null ? -1 : 1;
        }

        var common = left.AsSpan().CommonPrefixLength(right);
        return common == left.Length || common == right.Length
            ? left.Length.CompareTo(right.Length)
            : Rank(left[common]).CompareTo(Rank(right[common]));
    }

    private static int Rank(char c) => c switch
    {
        >= '\uE000' => c - 0x800,
        >= '\uD800' => c + 0x2000,
        _ => c,
    };
}
