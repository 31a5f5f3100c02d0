using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>Sets, item by item; the item's type has a codec of its own. One that comes compares by default.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class HashSetCodec<T>(string typeUri) : MessageCodec<HashSet<T>?>(typeUri)
{
    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, HashSet<T>? value) =>
        SequenceBytes.Write(ref writer, value, value?.Count ?? 0);

    /// <inheritdoc/>
    public override HashSet<T>? Read(ref MessageReader reader) => Distinct(SequenceBytes.Read<T>(ref reader));

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, HashSet<T>? value) => CollectionJson.WriteItems(writer, value);

    /// <inheritdoc/>
    public override HashSet<T>? ReadJson(JsonElement element) => Distinct(CollectionJson.ReadItems<T>(element));

    private static HashSet<T>? Distinct(List<T>? items)
    {
        if (items is null)
        {
            return null;
        }

        var set = new HashSet<T>(items);
        return set.Count == items.Count ? set : throw new MessageFormatException("A set has one item twice.");
    }
}

/// <summary>Immutable arrays, item by item; one that was never set is null.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class ImmutableArrayCodec<T>(string typeUri) : MessageCodec<ImmutableArray<T>>(typeUri)
{
    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, ImmutableArray<T> value) =>
        SequenceBytes.Write(ref writer, ImmutableCollectionsMarshal.AsArray(value), value.IsDefault ? 0 : value.Length);

    /// <inheritdoc/>
    public override ImmutableArray<T> Read(ref MessageReader reader) =>
        ImmutableCollectionsMarshal.AsImmutableArray(SequenceBytes.Read<T>(ref reader)?.ToArray());

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, ImmutableArray<T> value) =>
        CollectionJson.WriteItems(writer, ImmutableCollectionsMarshal.AsArray(value));

    /// <inheritdoc/>
    public override ImmutableArray<T> ReadJson(JsonElement element) =>
        ImmutableCollectionsMarshal.AsImmutableArray(CollectionJson.ReadItems<T>(element)?.ToArray());
}

/// <summary>Lists that cannot be changed, item by item; an array comes, whatever went.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class ReadOnlyListCodec<T>(string typeUri) : MessageCodec<IReadOnlyList<T>?>(typeUri)
{
    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, IReadOnlyList<T>? value) =>
        SequenceBytes.Write(ref writer, value, value?.Count ?? 0);

    /// <inheritdoc/>
    public override IReadOnlyList<T>? Read(ref MessageReader reader) => SequenceBytes.Read<T>(ref reader)?.ToArray();

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, IReadOnlyList<T>? value) =>
        CollectionJson.WriteItems(writer, value);

    /// <inheritdoc/>
    public override IReadOnlyList<T>? ReadJson(JsonElement element) => CollectionJson.ReadItems<T>(element)?.ToArray();
}

/// <summary>Dictionaries that cannot be changed, as keys and values in turn; a dictionary comes, whatever went.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class ReadOnlyDictionaryCodec<TKey, TValue>(string typeUri)
    : MessageCodec<IReadOnlyDictionary<TKey, TValue>?>(typeUri)
    where TKey : notnull
{
    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, IReadOnlyDictionary<TKey, TValue>? value)
    {
        if (value is null)
        {
            writer.WriteNullCollectionHeader();
            return;
        }

        writer.WriteCollectionHeader(value.Count);
        foreach (var (key, item) in value)
        {
            writer.Write(key);
            writer.Write(item);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<TKey, TValue>? Read(ref MessageReader reader) =>
        DictionaryCodec<TKey, TValue>.ReadPairs(ref reader);

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, IReadOnlyDictionary<TKey, TValue>? value) =>
        CollectionJson.WritePairs(writer, value);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<TKey, TValue>? ReadJson(JsonElement element) =>
        CollectionJson.ReadPairs<TKey, TValue>(element);
}

/// <summary>The bytes of sequences: a count, then the items.</summary>
internal static class SequenceBytes
{
    internal static void Write<T>(ref MessageWriter writer, IEnumerable<T>? items, int count)
    {
        if (items is null)
        {
            writer.WriteNullCollectionHeader();
            return;
        }

        writer.WriteCollectionHeader(count);
        foreach (var item in items)
        {
            writer.Write(item);
        }
    }

    internal static List<T>? Read<T>(ref MessageReader reader) =>
        reader.TryReadCollectionHeader(out var count) ? ListCodec<T>.ReadItems(ref reader, count) : null;
}
