using System.Buffers;
using System.Buffers.Binary;

namespace Hyperactor.Channels;

/// <summary>The body of the first frame of each side (docs/wire-format.md, "Hello").</summary>
internal static class Hello
{
    /// <summary>
    /// The version of the format that this code speaks. There is no negotiation: both speak the same one.
    /// </summary>
    internal const ushort Version = 1;

    /// <summary>The most that a greeting may take.</summary>
    internal const int GreetingBytesMax = 4096;

    internal const int BodyBytesMax = FixedBytes + GreetingBytesMax;

    private const int FixedBytes = 8;
    private const int VersionAt = 4;
    private const int FlagsAt = 6;

    private static ReadOnlySpan<byte> Magic => "HYPR"u8;

    // magic version:u16 flags:u16(0) greeting
    internal static void Write(IBufferWriter<byte> body, ReadOnlySpan<byte> greeting)
    {
        var span = body.GetSpan(FixedBytes + greeting.Length);
        Magic.CopyTo(span);
        BinaryPrimitives.WriteUInt16LittleEndian(span[VersionAt..], Version);
        BinaryPrimitives.WriteUInt16LittleEndian(span[FlagsAt..], 0);
        greeting.CopyTo(span[FixedBytes..]);
        body.Advance(FixedBytes + greeting.Length);
    }

    /// <summary>Reads a body; returns what is wrong with it, or null.</summary>
    internal static string? Read(ReadOnlyMemory<byte> body, out ReadOnlyMemory<byte> greeting)
    {
        greeting = default;
        var span = body.Span;
        if (span.Length < FixedBytes || !span.StartsWith(Magic))
        {
            return "the hello does not start with HYPR";
        }

        var version = BinaryPrimitives.ReadUInt16LittleEndian(span[VersionAt..]);
        if (version != Version)
        {
            return $"the peer speaks version {version}, and this side version {Version}";
        }

        if (BinaryPrimitives.ReadUInt16LittleEndian(span[FlagsAt..]) != 0)
        {
            return "the hello has flags that this version does not know";
        }

        greeting = body[FixedBytes..];
        return null;
    }
}
