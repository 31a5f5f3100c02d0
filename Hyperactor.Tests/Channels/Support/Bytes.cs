using System.Buffers.Binary;
using Hyperactor.Channels;

namespace Hyperactor.Tests.Channels;

/// <summary>Frames as docs/wire-format.md writes them, made without the code under test.</summary>
internal static class Bytes
{
    internal static byte[] Frame(byte kind, ReadOnlySpan<byte> body, uint? length = null)
    {
        var bytes = new byte[8 + body.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, length ?? (uint)body.Length);
        bytes[4] = kind;
        body.CopyTo(bytes.AsSpan(8));
        return bytes;
    }

    internal static byte[] Hello(ReadOnlySpan<byte> greeting, ushort version = 1) =>
        Frame(1, [.. "HYPR"u8, (byte)version, (byte)(version >> 8), 0, 0, .. greeting]);

    internal static byte[] Payload(ReadOnlySpan<byte> body) => Frame(2, body);

    internal static byte[] Close(ushort code, ReadOnlySpan<byte> text) =>
        Frame(3, [(byte)code, (byte)(code >> 8), .. text]);

    /// <summary>Bytes that differ along the way, so that a shift or a swap shows.</summary>
    internal static byte[] Pattern(int count, int seed = 0)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    /// <summary>What the code under test writes.</summary>
    internal static byte[] Written(Action<FrameWriter> write, int maxPayloadBytes = 1 << 20)
    {
        var writer = new FrameWriter(maxPayloadBytes);
        write(writer);
        return writer.Written.ToArray();
    }
}
