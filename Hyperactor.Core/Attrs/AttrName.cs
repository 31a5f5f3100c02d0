namespace Hyperactor.Data;

/// <summary>
/// Names of attributes: words of small ASCII letters, digits and <c>_</c>, joined by dots, each beginning with a letter.
/// So the order of their chars is the order of their bytes, and one that came from afar can be printed. The generator
/// links this file, and says no before the program runs.
/// </summary>
internal static class AttrName
{
    /// <summary>How long a name may be, in chars and in bytes.</summary>
    internal const int LengthMax = 128;

    /// <summary>What a name is, for messages.</summary>
    internal const string Grammar =
        "write words of a-z, 0-9 and '_', each beginning with a letter, joined by dots, such as \"shop.retry_count\", and at "
        + "most 128 chars";

    /// <summary>Whether the text is a name.</summary>
    internal static bool IsName(string text)
    {
        var first = true;
        foreach (var c in text)
        {
            if (!Accepts(c, ref first))
            {
                return false;
            }
        }

        return !first && text.Length <= LengthMax;
    }

    /// <summary>Whether the bytes are a name.</summary>
    internal static bool IsName(ReadOnlySpan<byte> bytes)
    {
        var first = true;
        foreach (var b in bytes)
        {
            if (!Accepts(b, ref first))
            {
                return false;
            }
        }

        return !first && bytes.Length <= LengthMax;
    }

    private static bool Accepts(int c, ref bool first)
    {
        var isLetter = c is >= 'a' and <= 'z';
        var isFollower = c is >= '0' and <= '9' or '_' or '.';
        var accepted = isLetter || (isFollower && !first);
        first = c == '.';
        return accepted;
    }
}
