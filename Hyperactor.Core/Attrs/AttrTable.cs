namespace Hyperactor.Data;

/// <summary>
/// What a dictionary holds, sorted by name. A change makes another table, so that tables are shared freely; what changes
/// in place is only what a reader has found out: entries cut from the block, values decoded from entries, the block.
/// Readers may find out the same thing twice; either result serves.
/// </summary>
internal sealed class AttrTable
{
    internal static readonly AttrTable Empty = new([]);

    private AttrEntry[]? _entries;
    private AttrBlock? _block;

    private AttrTable(AttrEntry[] entries)
    {
        _entries = entries;
        Count = entries.Length;
    }

    /// <summary>A table that came as bytes, which were checked.</summary>
    internal AttrTable(AttrBlock block)
    {
        _block = block;
        Count = block.Count;
    }

    internal int Count { get; }

    /// <summary>The entries, in the order of their names.</summary>
    internal AttrEntry[] Entries => _entries ??= _block!.ToEntries();

    /// <summary>The entries as bytes.</summary>
    /// <exception cref="AttrException">They are more bytes than may travel.</exception>
    internal AttrBlock Block => _block ??= AttrBlock.Of(Entries);

    /// <summary>Where a key is; the complement of where it would be if it is not there.</summary>
    internal int Find(AttrKey key)
    {
        var entries = Entries;
        for (var i = 0; i < entries.Length; i++)
        {
            if (ReferenceEquals(entries[i].Key, key))
            {
                return i;
            }
        }

        return Find(key.Name);
    }

    private int Find(string name)
    {
        var entries = Entries;
        var (low, high) = (0, entries.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(entries[middle].Name, name);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    /// <summary>The value at a place, decoded if it was not yet.</summary>
    /// <exception cref="MessageFormatException">It cannot be decoded; it stays as it came.</exception>
    /// <exception cref="AttrException">It was set under another key that has the same name and another type.</exception>
    internal T ValueAt<T>(int index, AttrKey<T> key)
    {
        var entry = Entries[index];
        if (entry is AttrEntry<T> known)
        {
            return known.Value;
        }

        if (!entry.HasBytes)
        {
            throw new AttrException(
                $"{key.Name} holds {TypeNames.Of(entry.Key!.ValueType)} and was asked for as {TypeNames.Of(typeof(T))}: "
                + "two keys have one name. Rename one of them.");
        }

        var decoded = key.Decode(entry);
        Entries[index] = decoded;
        return decoded.Value;
    }

    /// <summary>The table with an entry in its place, in addition or instead of the one that is there.</summary>
    internal AttrTable With(AttrEntry entry)
    {
        var index = Find(entry.Name);
        if (index >= 0)
        {
            var replaced = Entries.AsSpan().ToArray();
            replaced[index] = entry;
            return new(replaced);
        }

        return Count < Attrs.CountMax
            ? new([.. Entries.AsSpan(0, ~index), entry, .. Entries.AsSpan(~index)])
            : throw new AttrException(
                $"{entry.Name} is one attribute too many: there may be {Attrs.CountMax}. Put values that belong together "
                + "into one.");
    }

    /// <summary>The table without the entry at a place.</summary>
    internal AttrTable Without(int index) => Count == 1
        ? Empty
        : new([.. Entries.AsSpan(0, index), .. Entries.AsSpan(index + 1)]);
}
