using System.Buffers;
using MemoryPack;

namespace Hyperactor.Data;

/// <summary>Whole messages to bytes and back.</summary>
internal static class Payload
{
    /// <summary>The bytes of <paramref name="value"/>; included ports go to <paramref name="ports"/> if it is given.</summary>
    internal static byte[] Write<T>(T value, List<PortEntry>? ports)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using var state = MemoryPackWriterOptionalStatePool.Rent(null);
        var writer = new MessageWriter(ref buffer, state, ports);
        MessageType<T>.Codec.Write(ref writer, value);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads one whole message: all bytes and all ports, no more and no less.</summary>
    /// <exception cref="MessageFormatException">The bytes are something else, whatever the reader stumbled over.</exception>
    internal static T Read<T>(ReadOnlyMemory<byte> bytes, IReadOnlyList<PortEntry> ports)
    {
        using var state = MemoryPackReaderOptionalStatePool.Rent(null);
        var reader = new MessageReader(bytes, state, ports);
        try
        {
            var value = reader.Read<T>();
            reader.End();
            return value;
        }
        catch (Exception e) when (e is not MessageFormatException and not UnknownMessageTypeException)
        {
            throw new MessageFormatException($"Not a {MessageType<T>.Codec.TypeUri}: {e.Message}", e);
        }
        finally
        {
            reader.Dispose();
        }
    }
}
