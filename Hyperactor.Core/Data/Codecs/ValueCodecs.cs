using System.Net;
using System.Numerics;

namespace Hyperactor.Data;

/// <summary>Codecs of types of the platform that travel as something else. Catalogs call those that are used.</summary>
public static class ValueCodecs
{
    /// <summary>The text as it was given to the constructor, absolute or relative.</summary>
    public static MessageCodec<Uri?> Uri(string typeUri) => new ConvertedCodec<Uri?, string?>(
        typeUri, static u => u?.OriginalString, static t => t is null ? null : new(t, UriKind.RelativeOrAbsolute));

    /// <summary>The text of an address, with the number of its scope if it has one.</summary>
    public static MessageCodec<IPAddress?> IPAddress(string typeUri) => new ConvertedCodec<IPAddress?, string?>(
        typeUri, static a => a?.ToString(), static t => t is null ? null : System.Net.IPAddress.Parse(t));

    /// <summary>The text of an address and a port.</summary>
    public static MessageCodec<IPEndPoint?> IPEndPoint(string typeUri) => new ConvertedCodec<IPEndPoint?, string?>(
        typeUri, static e => e?.ToString(), static t => t is null ? null : System.Net.IPEndPoint.Parse(t));

    /// <summary>The bytes of the number, the least first, in two's complement and as few as there can be.</summary>
    public static MessageCodec<BigInteger> BigInteger(string typeUri) => new ConvertedCodec<BigInteger, byte[]?>(
        typeUri, static n => n.ToByteArray(), static b => new(b ?? throw new MessageFormatException("A number is missing.")));

    /// <summary>A collection of the items, which are copied on both ways.</summary>
    public static MessageCodec<Memory<T>> Memory<T>(string typeUri) => new ConvertedCodec<Memory<T>, T[]?>(
        typeUri, static m => m.ToArray(), static a => a);

    /// <summary>A collection of the items in the segment; one that was never set is empty.</summary>
    public static MessageCodec<ArraySegment<T>> ArraySegment<T>(string typeUri) => new ConvertedCodec<ArraySegment<T>, T[]?>(
        typeUri, static s => s.Array is null ? [] : s.ToArray(), static a => a is null ? default : new(a));
}
