using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using I = System.Collections.Immutable;

namespace Hyperactor.Data;

/// <summary>
/// Codecs of dictionaries, by the name of the type: one layout, and what is made of the pairs. Catalogs call those that are
/// used.
/// </summary>
public static class PairsCodecs
{
    /// <summary>In the order of the dictionary.</summary>
    public static MessageCodec<Dictionary<TKey, TValue>?> Dictionary<TKey, TValue>(string typeUri)
        where TKey : notnull =>
        new PairsCodec<Dictionary<TKey, TValue>, TKey, TValue>(typeUri, static items => items);

    /// <summary>Compared by default.</summary>
    public static MessageCodec<SortedDictionary<TKey, TValue>?> SortedDictionary<TKey, TValue>(string typeUri)
        where TKey : notnull =>
        new PairsCodec<SortedDictionary<TKey, TValue>, TKey, TValue>(typeUri, static items => new(items));

    /// <summary>Compared by default.</summary>
    public static MessageCodec<SortedList<TKey, TValue>?> SortedList<TKey, TValue>(string typeUri)
        where TKey : notnull =>
        new PairsCodec<SortedList<TKey, TValue>, TKey, TValue>(typeUri, static items => new(items));

    /// <summary>In no order.</summary>
    public static MessageCodec<ConcurrentDictionary<TKey, TValue>?> ConcurrentDictionary<TKey, TValue>(string typeUri)
        where TKey : notnull =>
        new PairsCodec<ConcurrentDictionary<TKey, TValue>, TKey, TValue>(typeUri, static items => new(items));

    /// <summary>In the order of the dictionary.</summary>
    public static MessageCodec<ReadOnlyDictionary<TKey, TValue>?> ReadOnlyDictionary<TKey, TValue>(string typeUri)
        where TKey : notnull =>
        new PairsCodec<ReadOnlyDictionary<TKey, TValue>, TKey, TValue>(typeUri, static items => new(items));

    /// <summary>In no order.</summary>
    public static MessageCodec<ImmutableDictionary<TKey, TValue>?> ImmutableDictionary<TKey, TValue>(string typeUri)
        where TKey : notnull =>
        new PairsCodec<ImmutableDictionary<TKey, TValue>, TKey, TValue>(typeUri, static items => I.ImmutableDictionary.CreateRange(items));

    /// <summary>Compared by default.</summary>
    public static MessageCodec<ImmutableSortedDictionary<TKey, TValue>?> ImmutableSortedDictionary<TKey, TValue>(string typeUri)
        where TKey : notnull =>
        new PairsCodec<ImmutableSortedDictionary<TKey, TValue>, TKey, TValue>(typeUri, static items => I.ImmutableSortedDictionary.CreateRange(items));

    /// <summary>In no order.</summary>
    public static MessageCodec<FrozenDictionary<TKey, TValue>?> FrozenDictionary<TKey, TValue>(string typeUri)
        where TKey : notnull =>
        new PairsCodec<FrozenDictionary<TKey, TValue>, TKey, TValue>(typeUri, static items => System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(items));

    /// <summary>A dictionary comes.</summary>
    public static MessageCodec<IDictionary<TKey, TValue>?> IDictionary<TKey, TValue>(string typeUri)
        where TKey : notnull =>
        new PairsCodec<IDictionary<TKey, TValue>, TKey, TValue>(typeUri, static items => items);

    /// <summary>A dictionary comes.</summary>
    public static MessageCodec<IReadOnlyDictionary<TKey, TValue>?> IReadOnlyDictionary<TKey, TValue>(string typeUri)
        where TKey : notnull =>
        new PairsCodec<IReadOnlyDictionary<TKey, TValue>, TKey, TValue>(typeUri, static items => items);

    /// <summary>In no order.</summary>
    public static MessageCodec<IImmutableDictionary<TKey, TValue>?> IImmutableDictionary<TKey, TValue>(string typeUri)
        where TKey : notnull =>
        new PairsCodec<IImmutableDictionary<TKey, TValue>, TKey, TValue>(typeUri, static items => I.ImmutableDictionary.CreateRange(items));
}
