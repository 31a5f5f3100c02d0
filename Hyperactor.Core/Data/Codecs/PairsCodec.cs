using System.Collections.Concurrent;
using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>
/// Dictionaries: how many pairs, then one after the other; keys and values have codecs of their own. What comes is what
/// <paramref name="make"/> makes of the pairs, whatever went, and compares keys by default. <see cref="PairsCodecs"/> has
/// those of the usual types.
/// </summary>
/// <typeparam name="TPairs">The type of the dictionary.</typeparam>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
/// <param name="make">Makes the dictionary.</param>
public sealed class PairsCodec<TPairs, TKey, TValue>(string typeUri, Func<Dictionary<TKey, TValue>, TPairs> make)
    : MessageCodec<TPairs?>(typeUri)
    where TPairs : class, IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    private readonly KeyValuePairCodec<TKey, TValue> _pair = new(typeUri);

    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, TPairs? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullCollectionHeader();
                break;
            case Dictionary<TKey, TValue> dictionary:
                writer.WriteCollectionHeader(dictionary.Count);
                foreach (var pair in dictionary)
                {
                    _pair.Write(ref writer, pair);
                }

                break;
            default:
                WritePairs(ref writer, value);
                break;
        }
    }

    /// <inheritdoc/>
    public override TPairs? Read(ref MessageReader reader)
    {
        if (!reader.TryReadCollectionHeader(out var count))
        {
            return null;
        }

        var items = new Dictionary<TKey, TValue>();
        for (var i = 0; i < count; i++)
        {
            var (key, value) = _pair.Read(ref reader);
            if (key is null)
            {
                throw new MessageFormatException("A dictionary has a key that is null.");
            }

            if (!items.TryAdd(key, value))
            {
                throw new MessageFormatException("A dictionary has one key twice.");
            }
        }

        return make(items);
    }

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, TPairs? value) => CollectionJson.WritePairs(writer, value);

    /// <inheritdoc/>
    public override TPairs? ReadJson(JsonElement element) =>
        CollectionJson.ReadPairs<TKey, TValue>(element) is { } items ? make(items) : null;

    // One that others may change meanwhile is copied first.
    private void WritePairs(ref MessageWriter writer, TPairs value)
    {
        var pairs = value is ConcurrentDictionary<TKey, TValue> or not IReadOnlyCollection<KeyValuePair<TKey, TValue>>
            ? SequenceBytes.Copy(value)
            : (IReadOnlyCollection<KeyValuePair<TKey, TValue>>)value;
        writer.WriteCollectionHeader(pairs.Count);
        foreach (var pair in pairs)
        {
            _pair.Write(ref writer, pair);
        }
    }
}
