using System.Collections.Concurrent;

namespace Hyperactor.Data;

/// <summary>The bytes of sequences: a count, then the items.</summary>
internal static class SequenceBytes
{
    internal static void Write<T>(ref MessageWriter writer, IEnumerable<T>? items)
    {
        if (items is null)
        {
            writer.WriteNullCollectionHeader();
            return;
        }

        // What others may change meanwhile, and what does not know its count, is copied first.
        var counted = items as IReadOnlyCollection<T>;
        if (counted is null or IProducerConsumerCollection<T>)
        {
            counted = Copy(items);
        }

        writer.WriteCollectionHeader(counted.Count);
        var left = counted.Count;
        foreach (var item in counted)
        {
            writer.Write(item);
            left--;
        }

        if (left != 0)
        {
            throw new MessageFormatException("A collection was changed while it was written.");
        }
    }

    internal static List<T>? Read<T>(ref MessageReader reader) =>
        reader.TryReadCollectionHeader(out var count) ? ListCodec<T>.ReadItems(ref reader, count) : null;

    /// <summary>The items one by one: copying them by their count would not be safe while others change it.</summary>
    internal static List<T> Copy<T>(IEnumerable<T> items)
    {
        var copy = new List<T>();
        foreach (var item in items)
        {
            copy.Add(item);
        }

        return copy;
    }
}
