using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>
/// Collections of items: how many, then one after the other; the items' type has a codec of its own. What comes is what
/// <paramref name="make"/> makes of the items, whatever went. <see cref="SequenceCodecs"/> has those of the usual types.
/// </summary>
/// <typeparam name="TSequence">The type of the collection.</typeparam>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
/// <param name="make">Makes the collection; one with fewer items than it was given is refused: an item was there twice.</param>
/// <param name="isReversed">Whether the items are listed in the order opposite to that in which they are added.</param>
public sealed class SequenceCodec<TSequence, T>(string typeUri, Func<List<T>, TSequence> make, bool isReversed = false)
    : MessageCodec<TSequence?>(typeUri)
    where TSequence : class, IEnumerable<T>
{
    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, TSequence? value) => SequenceBytes.Write(ref writer, Listed(value));

    /// <inheritdoc/>
    public override TSequence? Read(ref MessageReader reader) => Make(SequenceBytes.Read<T>(ref reader));

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, TSequence? value) =>
        CollectionJson.WriteItems(writer, Listed(value));

    /// <inheritdoc/>
    public override TSequence? ReadJson(JsonElement element) => Make(CollectionJson.ReadItems<T>(element));

    private IEnumerable<T>? Listed(TSequence? value)
    {
        if (!isReversed || value is null)
        {
            return value;
        }

        var items = SequenceBytes.Copy(value);
        items.Reverse();
        return items;
    }

    private TSequence? Make(List<T>? items)
    {
        if (items is null)
        {
            return null;
        }

        var count = items.Count;
        var made = make(items);
        return made is IReadOnlyCollection<T> collection && collection.Count != count
            ? throw new MessageFormatException("A set has one item twice.")
            : made;
    }
}
