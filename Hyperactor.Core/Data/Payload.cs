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

    /// <summary>
    /// The bytes of <paramref name="value"/>, all of them copied; included ports go to <paramref name="ports"/> if it is given.
    /// </summary>
    /// <exception cref="MessageFormatException">
    /// The value has no bytes: a text in it is no Unicode, or values nest too deep.
    /// </exception>
    internal static byte[] Write<T>(T value, List<PortEntry>? ports) => Write(MessageType<T>.Codec, value, ports);

    /// <inheritdoc cref="Write{T}(T, List{PortEntry}?)"/>
    internal static byte[] Write<T>(MessageCodec<T> codec, T value, List<PortEntry>? ports) =>
        WriteBody(codec, value, ports).ToArray();

    /// <summary>
    /// The bytes of <paramref name="value"/> for who sends them at once: large read-only memory in it stays where it lies.
    /// Included ports go to <paramref name="ports"/> if it is given.
    /// </summary>
    /// <inheritdoc cref="Write{T}(T, List{PortEntry}?)" path="/exception"/>
    internal static Body WriteBody<T>(T value, List<PortEntry>? ports) => WriteBody(MessageType<T>.Codec, value, ports);

    private static Body WriteBody<T>(MessageCodec<T> codec, T value, List<PortEntry>? ports)
    {
        var body = new BodyWriter();
        try
        {
            using var state = MemoryPackWriterOptionalStatePool.Rent(null);
            var writer = new MessageWriter(ref body, state, ports);
            writer.Write(codec, value);
            writer.Flush();
            return body.Finish();
        }
        catch (MemoryPackSerializationException e)
        {
            throw new MessageFormatException($"A {codec.TypeUri} cannot be written: {FailureText.MessageOf(e)}", e);
        }
        finally
        {
            body.Dispose();
        }
    }

    /// <summary>Reads one whole message: all bytes and all ports, no more and no less.</summary>
    /// <exception cref="MessageFormatException">The bytes are something else, whatever the reader stumbled over.</exception>
    internal static T Read<T>(ReadOnlyMemory<byte> bytes, IReadOnlyList<PortEntry> ports) =>
        Read(MessageType<T>.Codec, new Body(bytes), ports);

    /// <inheritdoc cref="Read{T}(ReadOnlyMemory{byte}, IReadOnlyList{PortEntry})"/>
    internal static T Read<T>(MessageCodec<T> codec, ReadOnlyMemory<byte> bytes, IReadOnlyList<PortEntry> ports) =>
        Read(codec, new Body(bytes), ports);

    /// <inheritdoc cref="Read{T}(ReadOnlyMemory{byte}, IReadOnlyList{PortEntry})"/>
    internal static T Read<T>(in Body body, IReadOnlyList<PortEntry> ports) => Read(MessageType<T>.Codec, body, ports);

    private static T Read<T>(MessageCodec<T> codec, in Body body, IReadOnlyList<PortEntry> ports)
    {
        using var state = MemoryPackReaderOptionalStatePool.Rent(null);
        var reader = new MessageReader(body, state, ports);
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
