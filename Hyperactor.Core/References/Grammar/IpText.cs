namespace Hyperactor.References;

/// <summary>
/// IP addresses. Stricter than the platform, which also reads octal, hexadecimal and shortened IPv4, and names of network
/// interfaces, which differ between machines.
/// </summary>
internal static class IpText
{
    internal const int Bytes4 = 4;
    internal const int Bytes6 = 16;

    private const int Groups = 8;

    /// <summary>Reads four decimal numbers of one byte each, without leading zeros.</summary>
    internal static bool TryRead4(ReadOnlySpan<char> text, Span<byte> ip)
    {
        for (var i = 0; i < Bytes4; i++)
        {
            var length = NumberText.DigitsAt(text, 0);
            if (!NumberText.TryRead(text.Slice(0, length), byte.MaxValue, out var part) || (length > 1 && text[0] == '0'))
            {
                return false;
            }

            ip[i] = (byte)part;
            var isLast = i == Bytes4 - 1;
            if (isLast ? length != text.Length : length == text.Length || text[length] != '.')
            {
                return false;
            }

            text = isLast ? text : text.Slice(length + 1);
        }

        return true;
    }

    /// <summary>Reads the forms of RFC 4291, section 2.2, and <c>%</c> with the number of a scope.</summary>
    internal static bool TryRead6(ReadOnlySpan<char> text, Span<byte> ip, out uint scope)
    {
        scope = 0;
        var percent = text.IndexOf('%');
        if (percent >= 0)
        {
            if (!NumberText.TryRead(text.Slice(percent + 1), uint.MaxValue, out var number))
            {
                return false;
            }

            scope = (uint)number;
            text = text.Slice(0, percent);
        }

        ip.Clear();
        var gap = -1;
        var count = 0;
        if (text.Length >= 2 && text[0] == ':' && text[1] == ':')
        {
            gap = 0;
            text = text.Slice(2);
        }

        return TryReadGroups(text, ip, ref gap, ref count) && TryCloseGap(ip, gap, count);
    }

    // groups := group (':' group)* with one '::' in place of a ':', or at the end; the last two may be an IPv4 address
    private static bool TryReadGroups(ReadOnlySpan<char> text, Span<byte> ip, ref int gap, ref int count)
    {
        if (text.Length == 0)
        {
            return gap == 0;
        }

        while (true)
        {
            var colon = text.IndexOf(':');
            var group = colon < 0 ? text : text.Slice(0, colon);
            if (colon < 0 && group.IndexOf('.') >= 0)
            {
                count += 2;
                return count <= Groups && TryRead4(group, ip.Slice((count - 2) * 2));
            }

            if (count == Groups || !TryReadGroup(group, ip.Slice(count * 2)))
            {
                return false;
            }

            count++;
            if (colon < 0)
            {
                return true;
            }

            text = text.Slice(colon + 1);
            if (text.Length > 0 && text[0] == ':')
            {
                if (gap >= 0)
                {
                    return false;
                }

                gap = count;
                text = text.Slice(1);
                if (text.Length == 0)
                {
                    return true;
                }
            }
        }
    }

    private static bool TryReadGroup(ReadOnlySpan<char> text, Span<byte> ip)
    {
        var value = 0;
        foreach (var c in text)
        {
            var digit = c switch
            {
                >= '0' and <= '9' => c - '0',
                >= 'a' and <= 'f' => c - 'a' + 10,
                >= 'A' and <= 'F' => c - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
            {
                return false;
            }

            value = (value << 4) | digit;
            if (value > ushort.MaxValue)
            {
                return false;
            }
        }

        ip[0] = (byte)(value >> 8);
        ip[1] = (byte)value;
        return text.Length is > 0 and <= 4;
    }

    // The groups after the gap were read right behind those before it: they belong at the end.
    private static bool TryCloseGap(Span<byte> ip, int gap, int count)
    {
        if (gap < 0)
        {
            return count == Groups;
        }

        if (count == Groups)
        {
            return false;
        }

        var tail = (count - gap) * 2;
        ip.Slice(gap * 2, tail).CopyTo(ip.Slice(Bytes6 - tail));
        ip.Slice(gap * 2, Bytes6 - tail - (gap * 2)).Clear();
        return true;
    }
}
