using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Hyperactor.References;

/// <summary>Makes ids of texts, of chars or of UTF-8.</summary>
internal static class ReferenceReader
{
    private const int CharsOnStack = 256;

    /// <summary>Reads a text; null asks for any kind.</summary>
    /// <exception cref="ReferenceFormatException">The text is something else.</exception>
    internal static ReferenceText Scan(ReadOnlySpan<char> text, ReferenceKind? wanted) =>
        ReferenceText.TryScan(text, wanted, out var parts, out var fault)
            ? parts
            : throw new ReferenceFormatException(text.ToString(), fault.Position, fault.Describe(text, wanted));

    internal static WorldId World(ReferenceText parts) => WorldId.Of(parts.Place.ToString());

    internal static GangId Gang(ReferenceText parts) => GangId.Of(World(parts), parts.Name.ToString());

    internal static ProcId Proc(ReferenceText parts) => parts.IsDirect
        ? ProcId.Of(Address(parts.Place), parts.Proc.ToString())
        : World(parts).Proc(parts.Rank);

    internal static ActorId Actor(ReferenceText parts) => ActorId.Of(Proc(parts), parts.Name.ToString(), parts.Pid);

    internal static PortId Port(ReferenceText parts) => new(Actor(parts), parts.Index);

    internal static Reference Any(ReferenceText parts) => parts.Kind switch
    {
        ReferenceKind.World => World(parts),
        ReferenceKind.Gang => Gang(parts),
        ReferenceKind.Proc => Proc(parts),
        ReferenceKind.Actor => Actor(parts),
        _ => Port(parts),
    };

    /// <summary>Reads UTF-8 as the chars that it encodes.</summary>
    /// <exception cref="ReferenceFormatException">The bytes are not UTF-8, or the text is something else.</exception>
    internal static TId Parse<TId>(ReadOnlySpan<byte> utf8, IFormatProvider? provider)
        where TId : ISpanParsable<TId>
    {
        var chars = utf8.Length <= CharsOnStack ? stackalloc char[CharsOnStack] : new char[utf8.Length];
        if (Utf8.ToUtf16(utf8, chars, out var read, out var written, replaceInvalidSequences: false)
            == OperationStatus.Done)
        {
            return TId.Parse(chars[..written], provider);
        }

        // The text that is told has U+FFFD where the bytes make no sense, which is where the position points.
        var text = Encoding.UTF8.GetString(utf8);
        var fault = new TextFault(written, $"expected UTF-8 at byte {read + 1}");
        throw new ReferenceFormatException(text, written, fault.Describe(text, "a reference"));
    }

    /// <summary>Reads UTF-8 as the chars that it encodes; false if it is something else.</summary>
    internal static bool TryParse<TId>(ReadOnlySpan<byte> utf8, IFormatProvider? provider, out TId? result)
        where TId : ISpanParsable<TId>
    {
        var chars = utf8.Length <= CharsOnStack ? stackalloc char[CharsOnStack] : new char[utf8.Length];
        result = default;
        return Utf8.ToUtf16(utf8, chars, out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done
            && TId.TryParse(chars[..written], provider, out result);
    }

    private static ChannelAddress Address(ReadOnlySpan<char> written)
    {
        var plain = written.Length <= CharsOnStack ? stackalloc char[CharsOnStack] : new char[written.Length];
        EscapedAddress.TryDecode(written, plain, out var length, out _);
        return ChannelAddress.Parse(plain[..length]);
    }
}
