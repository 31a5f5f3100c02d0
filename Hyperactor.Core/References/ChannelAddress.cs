using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Hyperactor;

/// <summary>
/// Where a channel is listened at or dialled. Texts, which <see cref="ToString"/> and <see cref="Parse(string)"/> turn
/// into each other: <c>tcp:127.0.0.1:0</c>, <c>tcp:[::1]:1234</c>, <c>unix:/path</c>, <c>unix:@abstract</c>,
/// <c>local:name</c>. Port 0 and an empty name (<c>unix:</c>, <c>local:</c>) stand for <em>any free one</em>: the
/// listener's own address tells which it became.
/// </summary>
/// <remarks>Equal if the texts are. Ordered by the code points of the text.</remarks>
public sealed record ChannelAddress : ISpanParsable<ChannelAddress>
{
    /// <summary>
    /// The longest unix path or abstract name, in bytes of UTF-8: what the operating system's field holds.
    /// </summary>
    public const int UnixNameBytesMax = AddressText.UnixNameBytesMax;

    /// <summary>The longest local name, in chars.</summary>
    public const int LocalNameCharsMax = AddressText.LocalNameCharsMax;

    private readonly string _text;
    private readonly int _hash;

    private ChannelAddress(ChannelKind kind, IPEndPoint? endPoint, string name)
    {
        Kind = kind;
        EndPoint = endPoint;
        Name = name;
        _text = kind switch
        {
            ChannelKind.Tcp => "tcp:" + name,
            ChannelKind.Unix => "unix:" + name,
            _ => "local:" + name,
        };
        _hash = _text.GetHashCode();
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
    public bool Equals(ChannelAddress? other) =>
        ReferenceEquals(this, other) || (other is not null && _hash == other._hash && _text == other._text);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <inheritdoc/>
    public override string ToString() => _text;

    /// <summary>Reads an address.</summary>
    /// <exception cref="ChannelAddressFormatException">The text is something else; the message tells where and what.</exception>
    public static ChannelAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan(), null);
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static ChannelAddress Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="Parse(string)"/>
    public static ChannelAddress Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        TryRead(s, out var address, out var fault)
            ? address
            : throw new ChannelAddressFormatException(
                s.ToString(), fault.Position, fault.Problem, fault.Describe(s, "a channel address"));

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out ChannelAddress? result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [NotNullWhen(true)] out ChannelAddress? result) =>
        TryRead(s, out result, out _);

    internal static ChannelAddress Tcp(IPEndPoint endPoint) =>
        new(ChannelKind.Tcp, endPoint, endPoint.ToString());

    private static bool TryRead(
        ReadOnlySpan<char> text, [NotNullWhen(true)] out ChannelAddress? address, out TextFault fault)
    {
        Span<byte> ip = stackalloc byte[IpText.Bytes6];
        if (!AddressText.TryScan(text, ip, out var parts, out fault))
        {
            address = null;
            return false;
        }

        address = parts.Kind != ChannelKind.Tcp
            ? new(parts.Kind, null, text[parts.NameStart..].ToString())
            : Tcp(new IPEndPoint(
                parts.IpLength == IpText.Bytes4 ? new IPAddress(ip[..IpText.Bytes4]) : new IPAddress(ip, parts.Scope),
                parts.Port));
        return true;
    }
}
