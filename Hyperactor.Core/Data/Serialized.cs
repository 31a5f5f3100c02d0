using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Hyperactor.Failures;

namespace Hyperactor;

/// <summary>
/// Any value that travels, as its bytes and the number of its type: what one can keep, send on and show without knowing
/// the type. Immutable, and cheap to pass around: the bytes are shared, never copied.
/// </summary>
public sealed class Serialized : IEquatable<Serialized>
{
    private Serialized(ulong typeHash, SerializedEncoding encoding, ReadOnlyMemory<byte> bytes)
    {
        TypeHash = typeHash;
        Encoding = encoding;
        Bytes = bytes;
    }

    /// <summary>The number of the type, which all processes share.</summary>
    public ulong TypeHash { get; }

    /// <summary>How the value was written.</summary>
    public SerializedEncoding Encoding { get; }

    /// <summary>The value, written.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>How many bytes there are: none at all is possible, for a value of which nothing needs to be told.</summary>
    public int Length => Bytes.Length;

    /// <summary>The name of the type, or null if it is not registered in this process.</summary>
    public string? TypeUri => TypeCatalog.TryFind(TypeHash, out var codec) ? codec.TypeUri : null;

    /// <summary>The CRC-32 (IEEE 802.3) of the bytes, computed at each call: for logs, not against attackers.</summary>
    public uint Crc32 => System.IO.Hashing.Crc32.HashToUInt32(Bytes.Span);

    /// <summary>Writes a value, with all ports inside.</summary>
    /// <exception cref="UnknownMessageTypeException"><typeparamref name="T"/> has no codec.</exception>
    /// <exception cref="MessageFormatException">Values nest too deep for JSON.</exception>
    public static Serialized Of<T>(T value, SerializedEncoding encoding = SerializedEncoding.MemoryPack)
    {
        var codec = MessageType<T>.Codec;
        return new(codec.TypeHash, encoding, encoding switch
        {
            SerializedEncoding.MemoryPack => Payload.Write(codec, value, null),
            SerializedEncoding.Json => Payload.ToJson(codec, value),
            _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "There is no such encoding."),
        });
    }

    /// <summary>Takes bytes that came from somewhere. They are kept, not copied: nobody may change them afterwards.</summary>
    /// <param name="typeHash">The number of the type that they are said to be of. It need not be registered.</param>
    /// <param name="encoding">How they are said to be written.</param>
    /// <param name="bytes">Anything: they are looked at when they are read.</param>
    public static Serialized FromBytes(ulong typeHash, SerializedEncoding encoding, ReadOnlyMemory<byte> bytes) =>
        encoding is SerializedEncoding.MemoryPack or SerializedEncoding.Json
            ? new(typeHash, encoding, bytes)
            : throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "There is no such encoding.");

    /// <summary>Whether it is of this type.</summary>
    /// <exception cref="UnknownMessageTypeException"><typeparamref name="T"/> has no codec.</exception>
    public bool Is<T>() => MessageType<T>.Codec.TypeHash == TypeHash;

    /// <summary>Reads the value.</summary>
    /// <exception cref="MessageFormatException">
    /// It is of another type, or the bytes are no such value, whole and with nothing behind it.
    /// </exception>
    /// <exception cref="UnknownMessageTypeException"><typeparamref name="T"/> has no codec.</exception>
    public T Deserialize<T>()
    {
        var codec = MessageType<T>.Codec;
        if (codec.TypeHash != TypeHash)
        {
            throw new MessageFormatException($"The payload is of type {Name}, and {codec.TypeUri} was asked for.");
        }

        return Encoding == SerializedEncoding.Json
            ? JsonForm.Read(codec, JsonForm.Parse(Bytes.Span))
            : Payload.Read(codec, Bytes, []);
    }

    /// <summary>Reads the value, if it is one of this type.</summary>
    /// <param name="value">The value.</param>
    /// <param name="why">Why there is none.</param>
    /// <exception cref="UnknownMessageTypeException"><typeparamref name="T"/> has no codec.</exception>
    public bool TryDeserialize<T>([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out string? why)
    {
        try
        {
            (value, why) = (Deserialize<T>(), null);
            return true;
        }
        catch (MessageFormatException e)
        {
            (value, why) = (default, e.Message);
            return false;
        }
    }

    /// <summary>The same value in JSON; itself, if it is that already.</summary>
    /// <inheritdoc cref="To" path="/exception"/>
    public Serialized ToJson() => To(SerializedEncoding.Json);

    /// <summary>The same value in another encoding; itself, if it is in that already. The type need not be known here.</summary>
    /// <exception cref="UnknownMessageTypeException">The type is not registered in this process.</exception>
    /// <exception cref="MessageFormatException">The bytes are no such value.</exception>
    public Serialized To(SerializedEncoding encoding)
    {
        if (encoding == Encoding)
        {
            return this;
        }

        if (!TypeCatalog.TryFind(TypeHash, out var codec))
        {
            throw new UnknownMessageTypeException(
                $"No type with the number 0x{TypeHash:X16} is registered, so its values cannot be written anew. "
                + "Reference the assembly that declares it from the program.");
        }

        return FromBytes(TypeHash, encoding, encoding == SerializedEncoding.Json
            ? codec.BytesToJson(Bytes, [])
            : codec.JsonToBytes(JsonForm.Parse(Bytes.Span)));
    }

    /// <summary>
    /// The value as JSON, without knowing the type. Never throws: the bytes may come from anywhere. What is JSON needs no
    /// registered type.
    /// </summary>
    /// <param name="json">The value.</param>
    /// <param name="why">Why there is none.</param>
    public bool TryDump(out JsonElement json, [NotNullWhen(false)] out string? why)
    {
        json = default;
        try
        {
            if (Encoding == SerializedEncoding.Json)
            {
                json = JsonForm.Parse(Bytes.Span);
            }
            else if (TypeCatalog.TryFind(TypeHash, out var codec))
            {
                json = codec.Dump(Bytes, []);
            }
            else
            {
                why = $"no type with the number 0x{TypeHash:X16} is registered";
                return false;
            }

            why = null;
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // What the bytes say may trip the type's own code as well as ours.
            why = FailureText.MessageOf(e);
            return false;
        }
    }

    /// <summary>Whether type, encoding and bytes are the same. One value in two encodings is not equal.</summary>
    public bool Equals([NotNullWhen(true)] Serialized? other) =>
        ReferenceEquals(this, other)
        || (other is not null && TypeHash == other.TypeHash && Encoding == other.Encoding
            && Bytes.Span.SequenceEqual(other.Bytes.Span));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Serialized);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(TypeHash);
        hash.Add(Encoding);
        hash.AddBytes(Bytes.Span);
        return hash.ToHashCode();
    }

    /// <summary>
    /// For logs: the last part of the type's name and the value, cut short; the bytes, cut short, if it is not known.
    /// Never throws.
    /// </summary>
    public override string ToString()
    {
        if (!TryDump(out var json, out _))
        {
            return new HexPreview(Bytes).ToString();
        }

        var gap = json.ValueKind == JsonValueKind.Object ? "" : " ";
        return $"{TypeUris.Basename(TypeUri ?? "unknown")}{gap}{new JsonPreview(json)}";
    }

    private string Name => TypeUri ?? string.Create(CultureInfo.InvariantCulture, $"unknown (0x{TypeHash:X16})");

    /// <summary>Compares by content.</summary>
    public static bool operator ==(Serialized? left, Serialized? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares by content.</summary>
    public static bool operator !=(Serialized? left, Serialized? right) => !(left == right);
}
