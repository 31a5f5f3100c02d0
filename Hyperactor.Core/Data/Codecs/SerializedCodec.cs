using System.Globalization;
using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>
/// Values whose type only their reader knows: the encoding, the number of the type, and the bytes, which nobody looks
/// at on the way. They are a part of the message's own buffer when they come.
/// </summary>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class SerializedCodec(string typeUri) : MessageCodec<Serialized?>(typeUri)
{
    private const byte Members = 3;

    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, Serialized? value)
    {
        if (value is null)
        {
            writer.WriteNullObjectHeader();
            return;
        }

        writer.WriteObjectHeader(Members);
        writer.WriteUnmanaged((byte)value.Encoding);
        writer.WriteUnmanaged(value.TypeHash);
        writer.WriteMemory(value.Bytes);
    }

    /// <inheritdoc/>
    public override Serialized? Read(ref MessageReader reader)
    {
        if (!reader.TryReadExactHeader(Members))
        {
            return null;
        }

        var encoding = (SerializedEncoding)reader.ReadUnmanaged<byte>();
        if (encoding is not (SerializedEncoding.MemoryPack or SerializedEncoding.Json))
        {
            throw new MessageFormatException($"A {TypeUri} is in the unknown encoding {(byte)encoding}.");
        }

        var hash = reader.ReadUnmanaged<ulong>();
        return Serialized.FromBytes(hash, encoding, reader.ReadBytes());
    }

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, Serialized? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("encoding", value.Encoding.ToText());
        writer.WriteString("type", value.TypeUri);
        writer.WriteString("hash", string.Create(CultureInfo.InvariantCulture, $"0x{value.TypeHash:X16}"));
        writer.WriteBase64String("bytes", value.Bytes.Span);
        writer.WriteEndObject();
    }

    /// <summary>Reads what <see cref="WriteJson"/> wrote; <c>type</c> is for people.</summary>
    public override Serialized? ReadJson(JsonElement element)
    {
        if (!JsonMembers.TryRead(this, element, out var members))
        {
            return null;
        }

        if (!SerializedEncodings.TryParse(members.GetRequired<string>("encoding"), out var encoding))
        {
            throw MessageFormatException.InJson("encoding is neither memorypack nor json");
        }

        if (members.GetRequired<string>("hash") is not ['0', 'x', .. var digits]
            || !ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hash))
        {
            throw MessageFormatException.InJson("hash is no hexadecimal number with 0x before it");
        }

        return Serialized.FromBytes(hash, encoding, JsonForm.ReadBase64(members.Element("bytes")));
    }
}
