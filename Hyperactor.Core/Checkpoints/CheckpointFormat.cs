using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace Hyperactor.Checkpoints;

/// <summary>
/// The bytes of a checkpoint file. Numbers are little-endian.
/// <code>
///  0  8  magic: "HYPCKPT" and a line feed
///  8  2  version: 1
/// 10  2  bytes of the type's URI
/// 12  4  CRC-32 of all bytes but these four
/// 16  8  number of the type
/// 24  8  sequence
/// 32  8  bytes of the state
/// 40  …  URI of the type, UTF-8; then the state, and nothing behind it
/// </code>
/// </summary>
internal static class CheckpointFormat
{
    internal const int HeaderBytes = 40;

    private const ushort Version = 1;
    private const int VersionAt = 8;
    private const int UriBytesAt = 10;
    private const int ChecksumAt = 12;
    private const int ChecksumBytes = 4;
    private const int TypeAt = 16;
    private const int SequenceAt = 24;
    private const int StateBytesAt = 32;

    private static ReadOnlySpan<byte> Magic => "HYPCKPT\n"u8;

    /// <exception cref="InvalidOperationException">The URI is longer than the header can say.</exception>
    internal static byte[] Write(MessageCodec codec, ulong sequence, ReadOnlySpan<byte> state)
    {
        var uriBytes = Encoding.UTF8.GetByteCount(codec.TypeUri);
        if (uriBytes > ushort.MaxValue)
        {
            throw new InvalidOperationException(
                $"The URI of {codec.ValueType} has {uriBytes} bytes; {ushort.MaxValue} are the most.");
        }

        var file = new byte[HeaderBytes + uriBytes + state.Length];
        Magic.CopyTo(file);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(VersionAt), Version);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(UriBytesAt), (ushort)uriBytes);
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(TypeAt), codec.TypeHash);
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(SequenceAt), sequence);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(StateBytesAt), state.Length);
        Encoding.UTF8.GetBytes(codec.TypeUri, file.AsSpan(HeaderBytes));
        state.CopyTo(file.AsSpan(HeaderBytes + uriBytes));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(ChecksumAt), Checksum(file));
        return file;
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="file">All of them.</param>
    /// <param name="sequence">The sequence that the name of the file says.</param>
    /// <param name="content">What is in it, if it is whole.</param>
    /// <returns>Null, or what is wrong with it.</returns>
    internal static string? Read(ReadOnlyMemory<byte> file, ulong sequence, out CheckpointContent content)
    {
        content = default;
        var bytes = file.Span;
        if (bytes.Length < HeaderBytes)
        {
            return Text($"it is torn: {bytes.Length} bytes, and the header alone has {HeaderBytes}");
        }

        if (!bytes.StartsWith(Magic))
        {
            return "it is no checkpoint: it begins with other bytes";
        }

        var version = BinaryPrimitives.ReadUInt16LittleEndian(bytes[VersionAt..]);
        if (version != Version)
        {
            return Text($"it is of version {version}, and only {Version} is known");
        }

        var uriBytes = BinaryPrimitives.ReadUInt16LittleEndian(bytes[UriBytesAt..]);
        var stateBytes = BinaryPrimitives.ReadUInt64LittleEndian(bytes[StateBytesAt..]);
        var expected = stateBytes + HeaderBytes + uriBytes;
        if (stateBytes > int.MaxValue || expected != (ulong)bytes.Length)
        {
            return Text($"it is torn: {bytes.Length} bytes, and its header says {expected}");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[ChecksumAt..]) != Checksum(bytes))
        {
            return "it is corrupt: its checksum is another";
        }

        var saved = BinaryPrimitives.ReadUInt64LittleEndian(bytes[SequenceAt..]);
        if (saved != sequence)
        {
            return Text($"it is checkpoint {saved} under the name of {sequence}");
        }

        content = new(
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[TypeAt..]),
            Encoding.UTF8.GetString(bytes.Slice(HeaderBytes, uriBytes)),
            file[(HeaderBytes + uriBytes)..]);
        return null;
    }

    private static uint Checksum(ReadOnlySpan<byte> file)
    {
        var crc = new Crc32();
        crc.Append(file[..ChecksumAt]);
        crc.Append(file[(ChecksumAt + ChecksumBytes)..]);
        return crc.GetCurrentHashAsUInt32();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What is in a checkpoint file that is whole.</summary>
/// <param name="TypeHash">The number of the state's type.</param>
/// <param name="TypeUri">Its name.</param>
/// <param name="State">The bytes of the state.</param>
internal readonly record struct CheckpointContent(ulong TypeHash, string TypeUri, ReadOnlyMemory<byte> State);
