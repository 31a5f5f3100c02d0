using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using I = System.Collections.Immutable;

namespace Hyperactor.Data;

/// <summary>
/// Codecs of collections of items, by the name of the type: one layout, and what is made of the items. Catalogs call those
/// that are used.
/// </summary>
public static class SequenceCodecs
{
    /// <summary>Compared by default.</summary>
    public static MessageCodec<SortedSet<T>?> SortedSet<T>(string typeUri) =>
        new SequenceCodec<SortedSet<T>, T>(typeUri, static items => new(items));

    /// <summary>Compared by default.</summary>
    public static MessageCodec<HashSet<T>?> HashSet<T>(string typeUri) =>
        new SequenceCodec<HashSet<T>, T>(typeUri, static items => new(items));

    /// <summary>From the first to leave to the last.</summary>
    public static MessageCodec<Queue<T>?> Queue<T>(string typeUri) =>
        new SequenceCodec<Queue<T>, T>(typeUri, static items => new(items));

    /// <summary>From the bottom to the top.</summary>
    public static MessageCodec<Stack<T>?> Stack<T>(string typeUri) =>
        new SequenceCodec<Stack<T>, T>(typeUri, static items => new(items), isReversed: true);

    /// <summary>From the first to the last.</summary>
    public static MessageCodec<LinkedList<T>?> LinkedList<T>(string typeUri) =>
        new SequenceCodec<LinkedList<T>, T>(typeUri, static items => new(items));

    /// <summary>From the first to leave to the last.</summary>
    public static MessageCodec<ConcurrentQueue<T>?> ConcurrentQueue<T>(string typeUri) =>
        new SequenceCodec<ConcurrentQueue<T>, T>(typeUri, static items => new(items));

    /// <summary>From the bottom to the top.</summary>
    public static MessageCodec<ConcurrentStack<T>?> ConcurrentStack<T>(string typeUri) =>
        new SequenceCodec<ConcurrentStack<T>, T>(typeUri, static items => new(items), isReversed: true);

    /// <summary>In no order.</summary>
    public static MessageCodec<ConcurrentBag<T>?> ConcurrentBag<T>(string typeUri) =>
        new SequenceCodec<ConcurrentBag<T>, T>(typeUri, static items => new(items));

    /// <summary>In the order of the collection.</summary>
    public static MessageCodec<Collection<T>?> Collection<T>(string typeUri) =>
        new SequenceCodec<Collection<T>, T>(typeUri, static items => new(items));

    /// <summary>In the order of the collection.</summary>
    public static MessageCodec<ReadOnlyCollection<T>?> ReadOnlyCollection<T>(string typeUri) =>
        new SequenceCodec<ReadOnlyCollection<T>, T>(typeUri, static items => new(items));

    /// <summary>In the order of the collection.</summary>
    public static MessageCodec<ImmutableList<T>?> ImmutableList<T>(string typeUri) =>
        new SequenceCodec<ImmutableList<T>, T>(typeUri, static items => I.ImmutableList.CreateRange(items));

    /// <summary>Compared by default.</summary>
    public static MessageCodec<ImmutableHashSet<T>?> ImmutableHashSet<T>(string typeUri) =>
        new SequenceCodec<ImmutableHashSet<T>, T>(typeUri, static items => I.ImmutableHashSet.CreateRange(items));

    /// <summary>Compared by default.</summary>
    public static MessageCodec<ImmutableSortedSet<T>?> ImmutableSortedSet<T>(string typeUri) =>
        new SequenceCodec<ImmutableSortedSet<T>, T>(typeUri, static items => I.ImmutableSortedSet.CreateRange(items));

    /// <summary>From the first to leave to the last.</summary>
    public static MessageCodec<ImmutableQueue<T>?> ImmutableQueue<T>(string typeUri) =>
        new SequenceCodec<ImmutableQueue<T>, T>(typeUri, static items => I.ImmutableQueue.CreateRange(items));

    /// <summary>From the bottom to the top.</summary>
    public static MessageCodec<ImmutableStack<T>?> ImmutableStack<T>(string typeUri) =>
        new SequenceCodec<ImmutableStack<T>, T>(typeUri, static items => I.ImmutableStack.CreateRange(items), isReversed: true);

    /// <summary>Compared by default.</summary>
    public static MessageCodec<FrozenSet<T>?> FrozenSet<T>(string typeUri) =>
        new SequenceCodec<FrozenSet<T>, T>(typeUri, static items => System.Collections.Frozen.FrozenSet.ToFrozenSet(items));

    /// <summary>An array comes.</summary>
    public static MessageCodec<IEnumerable<T>?> IEnumerable<T>(string typeUri) =>
        new SequenceCodec<IEnumerable<T>, T>(typeUri, static items => items.ToArray());

    /// <summary>An array comes.</summary>
    public static MessageCodec<IReadOnlyCollection<T>?> IReadOnlyCollection<T>(string typeUri) =>
        new SequenceCodec<IReadOnlyCollection<T>, T>(typeUri, static items => items.ToArray());

    /// <summary>An array comes.</summary>
    public static MessageCodec<IReadOnlyList<T>?> IReadOnlyList<T>(string typeUri) =>
        new SequenceCodec<IReadOnlyList<T>, T>(typeUri, static items => items.ToArray());

    /// <summary>A list comes.</summary>
    public static MessageCodec<ICollection<T>?> ICollection<T>(string typeUri) =>
        new SequenceCodec<ICollection<T>, T>(typeUri, static items => items);

    /// <summary>A list comes.</summary>
    public static MessageCodec<IList<T>?> IList<T>(string typeUri) =>
        new SequenceCodec<IList<T>, T>(typeUri, static items => items);

    /// <summary>A hash set comes.</summary>
    public static MessageCodec<ISet<T>?> ISet<T>(string typeUri) =>
        new SequenceCodec<ISet<T>, T>(typeUri, static items => new HashSet<T>(items));

    /// <summary>A hash set comes.</summary>
    public static MessageCodec<IReadOnlySet<T>?> IReadOnlySet<T>(string typeUri) =>
        new SequenceCodec<IReadOnlySet<T>, T>(typeUri, static items => new HashSet<T>(items));

    /// <summary>In the order of the collection.</summary>
    public static MessageCodec<IImmutableList<T>?> IImmutableList<T>(string typeUri) =>
        new SequenceCodec<IImmutableList<T>, T>(typeUri, static items => I.ImmutableList.CreateRange(items));

    /// <summary>A hash set comes.</summary>
    public static MessageCodec<IImmutableSet<T>?> IImmutableSet<T>(string typeUri) =>
        new SequenceCodec<IImmutableSet<T>, T>(typeUri, static items => I.ImmutableHashSet.CreateRange(items));

    /// <summary>From the first to leave to the last.</summary>
    public static MessageCodec<IImmutableQueue<T>?> IImmutableQueue<T>(string typeUri) =>
        new SequenceCodec<IImmutableQueue<T>, T>(typeUri, static items => I.ImmutableQueue.CreateRange(items));

    /// <summary>From the bottom to the top.</summary>
    public static MessageCodec<IImmutableStack<T>?> IImmutableStack<T>(string typeUri) =>
        new SequenceCodec<IImmutableStack<T>, T>(typeUri, static items => I.ImmutableStack.CreateRange(items), isReversed: true);
}
