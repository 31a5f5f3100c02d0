using System.Buffers.Binary;

namespace Hyperactor.Channels;

/// <summary>The eight bytes before each frame's body (docs/wire-format.md, "Prefix").</summary>
internal static class FramePrefix
{
    internal const int Bytes = 8;

    private const int KindAt = 4;
    private const int FlagsAt = 5;
    private const int ReservedAt = 6;

    // prefix := length:u32 kind:u8 flags:u8(0) reserved:u16(0)
    internal static void Write(Span<byte> prefix, FrameKind kind, int bodyBytes)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(prefix, (uint)bodyBytes);
        prefix[KindAt] = (byte)kind;
        prefix[FlagsAt] = 0;
        BinaryPrimitives.WriteUInt16LittleEndian(prefix[ReservedAt..], 0);
    }

    /// <summary>Reads a prefix; returns what is wrong with it, or null.</summary>
    internal static string? Read(ReadOnlySpan<byte> prefix, int maxPayloadBytes, out FrameKind kind, out int bodyBytes)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(prefix);
        kind = (FrameKind)prefix[KindAt];
        bodyBytes = 0;
        int limit;
        switch (kind)
        {
            case FrameKind.Hello:
                limit = Hello.BodyBytesMax;
                break;
            case FrameKind.Payload:
                limit = maxPayloadBytes;
                break;
            case FrameKind.Close:
                limit = CloseFrame.BodyBytesMax;
                break;
            default:
                return $"there is no frame of kind {(byte)kind}";
        }

        if (prefix[FlagsAt] != 0 || BinaryPrimitives.ReadUInt16LittleEndian(prefix[ReservedAt..]) != 0)
        {
            return "a frame has flags that this version does not know";
        }

        if (length > limit)
        {
            return $"a {kind} frame of {length} bytes is over the limit of {limit}";
        }

        bodyBytes = (int)length;
        return null;
    }
}
