using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>
/// Tuples: item by item, or as their bytes in memory if they hold no reference; in JSON an array. The items have codecs
/// of their own.
/// </summary>
/// <typeparam name="TTuple">The tuple.</typeparam>
public abstract class TupleCodec<TTuple> : MessageCodec<TTuple>
{
    private readonly int _length;

    private protected TupleCodec(string typeUri, int length)
        : base(typeUri) => _length = length;

    /// <inheritdoc/>
    public sealed override void Write(ref MessageWriter writer, TTuple value)
    {
        if (!writer.TryWriteMemory(this, value))
        {
            WriteItems(ref writer, value);
        }
    }

    /// <inheritdoc/>
    public sealed override TTuple Read(ref MessageReader reader) =>
        reader.TryReadMemory(this, out var value) ? value : ReadItems(ref reader);

    /// <inheritdoc/>
    public sealed override void CheckBits(ReadOnlySpan<TTuple> values)
    {
        foreach (ref readonly var value in values)
        {
            CheckItems(in value);
        }
    }

    /// <inheritdoc/>
    public sealed override void WriteJson(Utf8JsonWriter writer, TTuple value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartArray();
        WriteJsonItems(writer, value);
        writer.WriteEndArray();
    }

    /// <inheritdoc/>
    public sealed override TTuple ReadJson(JsonElement element)
    {
        CollectionJson.RequireTuple(element, _length);
        return ReadJsonItems(element);
    }

    private protected abstract void WriteItems(ref MessageWriter writer, TTuple value);

    private protected abstract TTuple ReadItems(ref MessageReader reader);

    /// <summary>Checks items that came as the bytes in memory of the whole tuple.</summary>
    private protected abstract void CheckItems(in TTuple value);

    /// <inheritdoc cref="MessageCodec{T}.IsZero"/>
    public abstract override bool IsZero(in TTuple value);

    private protected abstract void WriteJsonItems(Utf8JsonWriter writer, TTuple value);

    private protected abstract TTuple ReadJsonItems(JsonElement items);
}
