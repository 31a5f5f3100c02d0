using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hyperactor.Failures;
using MemoryPack;

namespace Hyperactor.Data;

/// <summary>Whole messages to bytes and back, and to JSON.</summary>
internal static class Payload
{
    // People read it in logs and terminals, never a browser: letters beyond ASCII stay letters.
    private static readonly JsonWriterOptions JsonOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = JsonForm.ParsedDepthMax,
    };

    /// <summary>The bytes of <paramref name="value"/>; included ports go to <paramref name="ports"/> if it is given.</summary>
    /// <exception cref="MessageFormatException">
    /// The value has no bytes: a text in it is no Unicode, or values nest too deep.
    /// </exception>
    internal static byte[] Write<T>(T value, List<PortEntry>? ports) => Write(MessageType<T>.Codec, value, ports);

    /// <inheritdoc cref="Write{T}(T, List{PortEntry}?)"/>
    internal static byte[] Write<T>(MessageCodec<T> codec, T value, List<PortEntry>? ports)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using var state = MemoryPackWriterOptionalStatePool.Rent(null);
        var writer = new MessageWriter(ref buffer, state, ports);
        try
        {
            writer.Write(codec, value);
        }
        catch (MemoryPackSerializationException e)
        {
            throw new MessageFormatException($"A {codec.TypeUri} cannot be written: {FailureText.MessageOf(e)}", e);
        }

        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads one whole message: all bytes and all ports, no more and no less.</summary>
    /// <exception cref="MessageFormatException">The bytes are something else, whatever the reader stumbled over.</exception>
    internal static T Read<T>(ReadOnlyMemory<byte> bytes, IReadOnlyList<PortEntry> ports) =>
        Read(MessageType<T>.Codec, bytes, ports);

    /// <inheritdoc cref="Read{T}(ReadOnlyMemory{byte}, IReadOnlyList{PortEntry})"/>
    internal static T Read<T>(MessageCodec<T> codec, ReadOnlyMemory<byte> bytes, IReadOnlyList<PortEntry> ports)
    {
        using var state = MemoryPackReaderOptionalStatePool.Rent(null);
        var reader = new MessageReader(bytes, state, ports);
        try
        {
            var value = reader.Read(codec);
            reader.End();
            return value;
        }
        catch (Exception e) when (e is not MessageFormatException and not UnknownMessageTypeException)
        {
            throw new MessageFormatException($"Not a {codec.TypeUri}: {FailureText.MessageOf(e)}", e);
        }
        finally
        {
            reader.Dispose();
        }
    }

    /// <summary>The value as UTF-8 JSON without blanks.</summary>
    internal static byte[] ToJson<T>(MessageCodec<T> codec, T value)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using (var writer = new Utf8JsonWriter(buffer, JsonOptions))
        {
            codec.WriteJson(writer, value);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
