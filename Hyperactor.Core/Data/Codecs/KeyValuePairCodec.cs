using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>
/// A key and a value: their bytes in memory if they hold no reference, else one after the other; in JSON an array of two.
/// </summary>
/// <typeparam name="TKey">The type of the key; it has a codec of its own.</typeparam>
/// <typeparam name="TValue">The type of the value; it has a codec of its own.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class KeyValuePairCodec<TKey, TValue>(string typeUri) : MessageCodec<KeyValuePair<TKey, TValue>>(typeUri)
{
    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, KeyValuePair<TKey, TValue> value)
    {
        if (!writer.TryWriteMemory(this, value))
        {
            writer.Write(value.Key);
            writer.Write(value.Value);
        }
    }

    /// <inheritdoc/>
    public override KeyValuePair<TKey, TValue> Read(ref MessageReader reader)
    {
        if (reader.TryReadMemory(this, out var value))
        {
            return value;
        }

        var key = reader.Read<TKey>();
        return new(key, reader.Read<TValue>());
    }

    /// <inheritdoc/>
    public override void CheckBits(ReadOnlySpan<KeyValuePair<TKey, TValue>> values)
    {
        foreach (ref readonly var value in values)
        {
            ValueBits.Check(value.Key);
            ValueBits.Check(value.Value);
        }
    }

    /// <inheritdoc/>
    public override bool IsZero(in KeyValuePair<TKey, TValue> value) =>
        ValueBits.IsZero(value.Key) && ValueBits.IsZero(value.Value);

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, KeyValuePair<TKey, TValue> value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartArray();
        JsonForm.Write(writer, value.Key);
        JsonForm.Write(writer, value.Value);
        writer.WriteEndArray();
    }

    /// <inheritdoc/>
    public override KeyValuePair<TKey, TValue> ReadJson(JsonElement element)
    {
        CollectionJson.RequireTuple(element, 2);
        return new(JsonForm.ReadAt<TKey>(element[0], 0), JsonForm.ReadAt<TValue>(element[1], 1));
    }
}
