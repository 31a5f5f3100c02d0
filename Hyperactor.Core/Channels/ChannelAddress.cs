using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text;

namespace Hyperactor.Channels;

/// <summary>
/// Where a channel is listened at or dialled. Texts, which <see cref="ToString"/> and <see cref="Parse(string)"/> turn
/// into each other: <c>tcp:127.0.0.1:0</c>, <c>tcp:[::1]:1234</c>, <c>unix:/path</c>, <c>unix:@abstract</c>,
/// <c>local:name</c>. Port 0 and an empty name (<c>unix:</c>, <c>local:</c>) stand for <em>any free one</em>: the
/// listener's <see cref="Listener.Address"/> tells which it became.
/// </summary>
public sealed record ChannelAddress : ISpanParsable<ChannelAddress>
{
    /// <summary>
    /// The longest unix path or abstract name, in bytes of UTF-8: what the operating system's field holds.
    /// </summary>
    public const int UnixNameBytesMax = 107;

    /// <summary>The longest local name, in chars.</summary>
    public const int LocalNameCharsMax = 256;

    private ChannelAddress(ChannelKind kind, IPEndPoint? endPoint, string name)
    {
        Kind = kind;
        EndPoint = endPoint;
        Name = name;
    }

    /// <summary>How bytes travel there.</summary>
    public ChannelKind Kind { get; }

    /// <summary>
    /// What stands after the kind: <c>ip:port</c>, a path, <c>@</c> and an abstract name, or a local name.
    /// </summary>
    public string Name { get; }

    /// <summary>Whether a listener has yet to choose the port or the name: such an address cannot be dialled.</summary>
    public bool IsAny => EndPoint is null ? Name.Length == 0 : EndPoint.Port == 0;

    internal IPEndPoint? EndPoint { get; }

    /// <summary>The TCP address of an end point; port 0 lets the listener choose.</summary>
    public static ChannelAddress Tcp(IPAddress ip, int port)
    {
        ArgumentNullException.ThrowIfNull(ip);
        return Tcp(new IPEndPoint(ip, port));
    }

    /// <summary>
    /// The address of a socket file, or with a leading <c>@</c> of an abstract name; empty lets the listener choose.
    /// </summary>
    /// <exception cref="ChannelAddressFormatException">The name is too long or holds a NUL.</exception>
    public static ChannelAddress Unix(string name) => Parse("unix:" + name);

    /// <summary>The address of a name inside the process; empty lets the listener choose.</summary>
    /// <exception cref="ChannelAddressFormatException">The name is too long or holds white space.</exception>
    public static ChannelAddress Local(string name) => Parse("local:" + name);

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        ChannelKind.Tcp => "tcp:" + Name,
        ChannelKind.Unix => "unix:" + Name,
        _ => "local:" + Name,
    };

    /// <summary>Reads an address.</summary>
    /// <exception cref="ChannelAddressFormatException">The text is something else; the message tells what.</exception>
    public static ChannelAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan(), null);
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static ChannelAddress Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="Parse(string)"/>
    public static ChannelAddress Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null)
    {
        var expected = Read(s, out var address);
        return address ?? throw new ChannelAddressFormatException(s.ToString(), expected);
    }

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out ChannelAddress? result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [NotNullWhen(true)] out ChannelAddress? result)
    {
        Read(s, out result);
        return result is not null;
    }

    internal static ChannelAddress Tcp(IPEndPoint endPoint) =>
        new(ChannelKind.Tcp, endPoint, endPoint.ToString());

    // address := kind ':' rest
    // Returns what was expected; the address is null when the text is something else.
    private static string Read(ReadOnlySpan<char> text, out ChannelAddress? address)
    {
        address = null;
        var colon = text.IndexOf(':');
        if (colon < 0)
        {
            return "expected a kind (tcp, unix or local), a colon and a place";
        }

        var rest = text[(colon + 1)..];
        switch (text[..colon])
        {
            case "tcp":
                return ReadTcp(rest, out address);
            case "unix":
                return ReadUnix(rest, out address);
            case "local":
                return ReadLocal(rest, out address);
            default:
                return $"'{text[..colon]}' is no kind of channel; expected tcp, unix or local before the first colon";
        }
    }

    // tcp := ip4 ':' port | '[' ip6 ']' ':' port
    private static string ReadTcp(ReadOnlySpan<char> text, out ChannelAddress? address)
    {
        address = null;
        var colon = text.LastIndexOf(':');
        if (colon < 0 ||
            !ushort.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            return "expected a port from 0 to 65535 after the last colon";
        }

        var host = text[..colon];
        var bracketed = host is ['[', .., ']'];
        var bare = bracketed ? host[1..^1] : host;
        // The platform also reads shorthand such as '1' or '127.1': nobody means that, so four parts are asked for.
        var shaped = bracketed ? bare.Contains(':') : bare.Count('.') == 3;
        if (!shaped || !IPAddress.TryParse(bare, out var ip))
        {
            return "expected an IPv4 address, or an IPv6 address in brackets, before the port";
        }

        address = Tcp(new IPEndPoint(ip, port));
        return "";
    }

    // unix := '' | '@' name | path
    private static string ReadUnix(ReadOnlySpan<char> text, out ChannelAddress? address)
    {
        address = null;
        if (text is "@")
        {
            return "expected an abstract name after '@', or nothing at all for any free one";
        }

        if (text.Contains('\0'))
        {
            return "expected a path or '@' and a name, without NUL";
        }

        var name = text is ['@', ..] ? text[1..] : text;
        if (Encoding.UTF8.GetByteCount(name) > UnixNameBytesMax)
        {
            return $"expected a path or a name of at most {UnixNameBytesMax} bytes";
        }

        address = new(ChannelKind.Unix, null, text.ToString());
        return "";
    }

    // local := chars that are neither white space nor control
    private static string ReadLocal(ReadOnlySpan<char> text, out ChannelAddress? address)
    {
        address = null;
        if (text.Length > LocalNameCharsMax)
        {
            return $"expected a local name of at most {LocalNameCharsMax} chars";
        }

        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                return "expected a local name without white space";
            }
        }

        address = new(ChannelKind.Local, null, text.ToString());
        return "";
    }
}
