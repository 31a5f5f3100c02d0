using Hyperactor.Data;

namespace Hyperactor.Tests.Programs.Codecs;

/// <summary>A type whose codec is tested, with a way to make random values of it.</summary>
/// <param name="name">What it is called in reports.</param>
public abstract class CodecSubject(string name)
{
    /// <summary>What it is called in reports.</summary>
    public string Name { get; } = name;

    /// <summary>The codec under test.</summary>
    public abstract MessageCodec Codec { get; }

    /// <summary>The bytes of a random value.</summary>
    public abstract byte[] Sample(Random random);

    /// <summary>
    /// Writes a random value and reads it in both encodings. A value is the same if its bytes and its JSON are: the two
    /// are written by different code.
    /// </summary>
    /// <returns>What went wrong, or null.</returns>
    public abstract string? RoundTrip(Random random);

    /// <summary>Reads bytes that may be anything.</summary>
    /// <returns>Writes what they are and reads it again, because what was read is a value like any other; null if they are none.</returns>
    public abstract Action? Read(ReadOnlyMemory<byte> bytes);

    /// <inheritdoc/>
    public sealed override string ToString() => Name;
}

/// <inheritdoc/>
/// <typeparam name="T">The type.</typeparam>
/// <param name="name">What it is called in reports.</param>
/// <param name="make">Makes a random value.</param>
public sealed class CodecSubject<T>(string name, Func<Random, T> make) : CodecSubject(name)
{
    /// <inheritdoc/>
    public override MessageCodec Codec => MessageType<T>.Codec;

    /// <inheritdoc/>
    public override byte[] Sample(Random random) => Serialized.Of(make(random)).Bytes.ToArray();

    /// <inheritdoc/>
    public override string? RoundTrip(Random random)
    {
        var value = make(random);
        var packed = Serialized.Of(value);
        var json = Serialized.Of(value, SerializedEncoding.Json);
        var back = packed.Deserialize<T>();
        return Serialized.Of(back) != packed ? $"bytes differ: {packed} and {Serialized.Of(back)}"
            : Serialized.Of(back, SerializedEncoding.Json) != json ? $"JSON differs: {json} and {Serialized.Of(back, SerializedEncoding.Json)}"
            : Serialized.Of(json.Deserialize<T>(), SerializedEncoding.Json) != json ? $"JSON is read as something else: {json}"
            : json.To(SerializedEncoding.MemoryPack) != packed ? $"JSON makes other bytes: {json}"
            : null;
    }

    /// <inheritdoc/>
    public override Action? Read(ReadOnlyMemory<byte> bytes)
    {
        var wire = Serialized.FromBytes(Codec.TypeHash, SerializedEncoding.MemoryPack, bytes);
        return wire.TryDeserialize<T>(out var value, out _)
            ? () => Serialized.Of(Serialized.Of(value).Deserialize<T>())
            : null;
    }
}
