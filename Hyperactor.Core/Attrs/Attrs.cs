using System.Diagnostics.CodeAnalysis;

namespace Hyperactor;

/// <summary>
/// A dictionary of values with typed keys, such as the headers of a message. It travels with names and bytes: what this
/// process does not know is kept, and handed on byte for byte. A value that came from afar is decoded when it is first
/// asked for.
/// </summary>
/// <remarks>
/// Any number of threads may read, also what was not decoded yet; changes must be made by one thread at a time. A reader
/// beside a change sees the dictionary before or after it. A value that was set must not be changed in itself any more:
/// clones share it, and its bytes are kept.
/// </remarks>
public sealed class Attrs : IEquatable<Attrs>
{
    /// <summary>How many attributes there may be.</summary>
    public const int CountMax = 249;

    /// <summary>How many bytes the attributes may take when they travel, names included.</summary>
    public const int SizeMax = 64 << 10;

    private readonly bool _isFixed;

    /// <summary>Makes one without attributes.</summary>
    public Attrs() => Table = AttrTable.Empty;

    internal Attrs(AttrTable table) => Table = table;

    private Attrs(bool isFixed)
        : this() => _isFixed = isFixed;

    /// <summary>No attributes, for good: setting one here is an error.</summary>
    public static Attrs Empty { get; } = new(isFixed: true);

    /// <summary>How many attributes are set; defaults do not count.</summary>
    public int Count => Table.Count;

    /// <summary>The names of the attributes that are set, known here or not, in ordinal order.</summary>
    public IReadOnlyList<string> Names => [.. Table.Entries.Select(e => e.Name)];

    internal AttrTable Table { get; private set; }

    /// <summary>Sets a value, whether there was one or not.</summary>
    /// <returns>This dictionary, so that several values can be set in one expression.</returns>
    /// <exception cref="AttrException">There are <see cref="CountMax"/> others, or this is <see cref="Empty"/>.</exception>
    public Attrs Set<T>(AttrKey<T> key, T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        Change(Table.With(new AttrEntry<T>(key, value)));
        return this;
    }

    /// <summary>The value that was set; false if none was, whether the key has a default or not.</summary>
    /// <inheritdoc cref="Get{T}" path="/exception"/>
    public bool TryGet<T>(AttrKey<T> key, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var table = Table;
        var index = table.Count == 0 ? -1 : table.Find(key);
        value = index < 0 ? default : table.ValueAt(index, key);
        return index >= 0;
    }

    /// <summary>The value that was set, or else the key's default.</summary>
    /// <exception cref="AttrException">
    /// There is neither, or the value was set by a key that has the same name and another type.
    /// </exception>
    /// <exception cref="MessageFormatException">
    /// The value came from afar and is none of this type. The message names the key; the other attributes are not affected.
    /// </exception>
    public T Get<T>(AttrKey<T> key) => TryGet(key, out var value) ? value
        : key.HasDefault ? key.Default
        : throw new AttrException($"{key.Name} is not set and has no default. Set it, or ask with TryGet.");

    /// <summary>The value that was set, or else the key's default, or else <c>default</c>.</summary>
    /// <inheritdoc cref="Get{T}" path="/exception[2]"/>
    public T? GetOrDefault<T>(AttrKey<T> key) => TryGet(key, out var value) ? value
        : key.HasDefault ? key.Default
        : default;

    /// <summary>Whether a value was set; a default does not count. Nothing is decoded.</summary>
    public bool Contains(AttrKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Table.Find(key) >= 0;
    }

    /// <summary>Removes a value, whatever it is. Nothing is decoded.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(AttrKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var index = Table.Find(key);
        if (index >= 0)
        {
            Change(Table.Without(index));
        }

        return index >= 0;
    }

    /// <summary>Removes a value and returns it. If it cannot be decoded, it stays.</summary>
    /// <inheritdoc cref="Get{T}" path="/exception"/>
    public bool Remove<T>(AttrKey<T> key, [MaybeNullWhen(false)] out T value) => TryGet(key, out value) && Remove(key);

    /// <summary>Removes all values.</summary>
    public void Clear()
    {
        if (Count > 0)
        {
            Change(AttrTable.Empty);
        }
    }

    /// <summary>Another dictionary with the same values; from now on each changes alone. Costs one small object.</summary>
    public Attrs Clone() => new(Table);

    /// <summary>
    /// Whether both hold the same names with equal values, or values of equal bytes. Not for a dictionary's keys, because
    /// attributes change.
    /// </summary>
    public bool Equals(Attrs? other)
    {
        if (other is null || Count != other.Count)
        {
            return false;
        }

        var (mine, others) = (Table.Entries, other.Table.Entries);
        for (var i = 0; i < mine.Length; i++)
        {
            if (mine[i].Name != others[i].Name || !mine[i].HoldsSame(others[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Attrs);

    /// <summary>Of the names alone: equal values may have different bytes.</summary>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var entry in Table.Entries)
        {
            hash.Add(entry.Name, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <summary>
    /// The names in order, with values in the manner of JSON, cut where they are long. Never throws: what is not known here
    /// is shown by its length.
    /// </summary>
    public override string ToString() => AttrText.Of(Table);

    private void Change(AttrTable table) => Table = !_isFixed
        ? table
        : throw new AttrException("Attrs.Empty is shared and stays empty; make a new Attrs, or Clone() it.");
}
