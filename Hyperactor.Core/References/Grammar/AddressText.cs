namespace Hyperactor.References;

/// <summary>
/// Reads channel addresses. The grammar, whole:
/// <code>
/// address = "tcp:" ip4 ":" port | "tcp:[" ip6 "]:" port | "unix:" [ path | "@" name ] | "local:" [ name ]
/// </code>
/// Port 0, and no path or name, stand for any free one.
/// </summary>
internal readonly struct AddressText
{
    /// <summary>The longest unix path or abstract name, in bytes of UTF-8: what the operating system's field holds.</summary>
    internal const int UnixNameBytesMax = 107;

    /// <summary>The longest local name, in chars.</summary>
    internal const int LocalNameCharsMax = 256;

    private AddressText(ChannelKind kind, int nameStart, int anyAt, int ipLength, uint scope, ushort port)
    {
        (Kind, NameStart, AnyAt, IpLength, Scope, Port) = (kind, nameStart, anyAt, ipLength, scope, port);
    }

    /// <summary>What kind of address it is.</summary>
    internal ChannelKind Kind { get; }

    /// <summary>Where that begins which stands after the kind and its colon.</summary>
    internal int NameStart { get; }

    /// <summary>Where a name or another port than 0 would have to stand, if the address stands for any free one; or -1.</summary>
    internal int AnyAt { get; }

    /// <summary>For TCP, of how many bytes the IP address is.</summary>
    internal int IpLength { get; }

    /// <summary>For TCP, the scope of an IPv6 address.</summary>
    internal uint Scope { get; }

    /// <summary>For TCP, the port.</summary>
    internal ushort Port { get; }

    /// <summary>Reads a whole address, or tells where it fails.</summary>
    /// <param name="text">The address.</param>
    /// <param name="ip">16 bytes, for the IP address.</param>
    /// <param name="parts">What it consists of.</param>
    /// <param name="fault">What is wrong, if the result is false.</param>
    internal static bool TryScan(ReadOnlySpan<char> text, Span<byte> ip, out AddressText parts, out TextFault fault)
    {
        parts = default;
        var colon = text.IndexOf(':');
        if (colon < 0)
        {
            fault = new(0, "expected a kind (tcp, unix or local), a colon and a place");
            return false;
        }

        var start = colon + 1;
        switch (text.Slice(0, colon))
        {
            case "tcp":
                return TryScanTcp(text, start, ip, out parts, out fault);
            case "unix":
                return TryScanUnix(text, start, out parts, out fault);
            case "local":
                return TryScanLocal(text, start, out parts, out fault);
            default:
                fault = new(0, $"'{Shorten(text.Slice(0, colon))}' is no kind of channel; "
                    + "expected tcp, unix or local before the first colon");
                return false;
        }
    }

    private static string Shorten(ReadOnlySpan<char> kind) =>
        kind.Length <= LocalNameCharsMax ? kind.ToString() : kind.Slice(0, LocalNameCharsMax).ToString() + "…";

    // tcp := ip4 ':' port | '[' ip6 ']' ':' port
    private static bool TryScanTcp(
        ReadOnlySpan<char> text, int start, Span<byte> ip, out AddressText parts, out TextFault fault)
    {
        parts = default;
        var colon = start + text.Slice(start).LastIndexOf(':');
        var portStart = colon < start ? text.Length : colon + 1;
        if (!NumberText.TryRead(text.Slice(portStart), ushort.MaxValue, out var port))
        {
            fault = new(portStart, "expected a port from 0 to 65535 after the last colon");
            return false;
        }

        var host = text.Slice(start, colon - start);
        var scope = 0u;
        var isBracketed = host.Length >= 2 && host[0] == '[' && host[host.Length - 1] == ']';
        if (!(isBracketed ? IpText.TryRead6(host.Slice(1, host.Length - 2), ip, out scope) : IpText.TryRead4(host, ip)))
        {
            fault = new(start, "expected an IPv4 address, or an IPv6 address in brackets, before the port");
            return false;
        }

        var length = isBracketed ? IpText.Bytes6 : IpText.Bytes4;
        parts = new(ChannelKind.Tcp, start, port == 0 ? portStart : -1, length, scope, (ushort)port);
        fault = default;
        return true;
    }

    // unix := '' | '@' name | path
    private static bool TryScanUnix(ReadOnlySpan<char> text, int start, out AddressText parts, out TextFault fault)
    {
        parts = default;
        var isAbstract = text.Length > start && text[start] == '@';
        var nameStart = isAbstract ? start + 1 : start;
        if (isAbstract && nameStart == text.Length)
        {
            fault = new(nameStart, "expected an abstract name after '@', or nothing at all for any free one");
            return false;
        }

        var bytes = 0;
        for (var i = nameStart; i < text.Length; i++)
        {
            if (text[i] == '\0' || IsLoneSurrogate(text, i))
            {
                fault = new(i, "expected a path or '@' and a name, without NUL and without half of a character");
                return false;
            }

            // A pair is four bytes: two for each half.
            bytes += text[i] < 0x80 ? 1 : text[i] < 0x800 || char.IsSurrogate(text[i]) ? 2 : 3;
            if (bytes > UnixNameBytesMax)
            {
                fault = new(i, $"expected a path or a name of at most {UnixNameBytesMax} bytes");
                return false;
            }
        }

        parts = new(ChannelKind.Unix, start, start == text.Length ? start : -1, 0, 0, 0);
        fault = default;
        return true;
    }

    // local := chars that are neither white space nor control
    private static bool TryScanLocal(ReadOnlySpan<char> text, int start, out AddressText parts, out TextFault fault)
    {
        parts = default;
        for (var i = start; i < text.Length; i++)
        {
            if (i - start == LocalNameCharsMax)
            {
                fault = new(i, $"expected a local name of at most {LocalNameCharsMax} chars");
                return false;
            }

            if (char.IsWhiteSpace(text[i]) || char.IsControl(text[i]) || IsLoneSurrogate(text, i))
            {
                fault = new(i, "expected a local name without white space and without half of a character");
                return false;
            }
        }

        parts = new(ChannelKind.Local, start, start == text.Length ? start : -1, 0, 0, 0);
        fault = default;
        return true;
    }

    // Such a text could not be written as UTF-8 and read back.
    private static bool IsLoneSurrogate(ReadOnlySpan<char> text, int i) => char.IsHighSurrogate(text[i])
        ? i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])
        : char.IsLowSurrogate(text[i]) && (i == 0 || !char.IsHighSurrogate(text[i - 1]));
}
