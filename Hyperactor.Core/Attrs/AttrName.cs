using System.Text;

namespace Hyperactor.Data;

/// <summary>
/// Names of attributes: words of small ASCII letters, digits and <c>_</c>, joined by dots, each beginning with a letter.
/// So the order of their chars is the order of their bytes, and one that came from afar can be printed.
/// </summary>
internal static class AttrName
{
    /// <summary>How long a name may be, in chars and in bytes.</summary>
    internal const int LengthMax = 128;

    /// <summary>The name itself, or an error that quotes it.</summary>
    internal static string Require(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Span<byte> bytes = stackalloc byte[LengthMax];
        return Encoding.UTF8.TryGetBytes(name, bytes, out var length) && IsName(bytes[..length])
            ? name
            : throw new AttrException(
                $"\"{name}\" is not the name of an attribute: write words of a-z, 0-9 and '_', each beginning with a letter, "
                + $"joined by dots, such as \"shop.retry_count\", and at most {LengthMax} chars.");
    }

    /// <summary>Whether the bytes are a name.</summary>
    internal static bool IsName(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is 0 or > LengthMax)
        {
            return false;
        }

        var first = true;
        foreach (var b in bytes)
        {
            var isLetter = b is >= (byte)'a' and <= (byte)'z';
            var isFollower = b is >= (byte)'0' and <= (byte)'9' or (byte)'_' or (byte)'.';
            if (!isLetter && (first || !isFollower))
            {
                return false;
            }

            first = b == '.';
        }

        return !first;
    }
}
