namespace Hyperactor.Data;

/// <summary>An attribute in a dictionary; never changed. Its value is bytes until somebody asks for it.</summary>
internal class AttrEntry
{
    private readonly ReadOnlyMemory<byte> _bytes;

    /// <summary>An attribute that came as bytes.</summary>
    internal AttrEntry(string name, AttrKey? key, ReadOnlyMemory<byte> bytes)
    {
        Name = name;
        Key = key;
        _bytes = bytes;
        HasBytes = true;
    }

    private protected AttrEntry(AttrKey key)
    {
        Name = key.Name;
        Key = key;
    }

    internal string Name { get; }

    /// <summary>The key that it was set or read by, or that is declared under its name.</summary>
    internal AttrKey? Key { get; }

    /// <summary>Whether it came as bytes; they go out again as they came, whoever has read them meanwhile.</summary>
    internal bool HasBytes { get; }

    /// <summary>The value as the codec of its type writes it.</summary>
    internal ReadOnlyMemory<byte> Bytes => HasBytes ? _bytes : Encode();

    /// <summary>Whether two entries of one name hold the same: equal values, or equal bytes.</summary>
    internal virtual bool HoldsSame(AttrEntry other) =>
        CanEncode && other.CanEncode && Bytes.Span.SequenceEqual(other.Bytes.Span);

    /// <summary>Whether there are bytes to compare: a value without a codec has none.</summary>
    private protected virtual bool CanEncode => HasBytes;

    private protected virtual ReadOnlyMemory<byte> Encode() => _bytes;
}

/// <summary>An attribute whose value is known.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal sealed class AttrEntry<T> : AttrEntry
{
    /// <summary>A value that was set.</summary>
    internal AttrEntry(AttrKey<T> key, T value)
        : base(key) => Value = value;

    /// <summary>A value that was read from bytes.</summary>
    internal AttrEntry(AttrKey<T> key, T value, ReadOnlyMemory<byte> bytes)
        : base(key.Name, key, bytes) => Value = value;

    internal T Value { get; }

    private protected override bool CanEncode => HasBytes || MessageType<T>.IsKnown;

    internal override bool HoldsSame(AttrEntry other) =>
        (other is AttrEntry<T> typed && EqualityComparer<T>.Default.Equals(Value, typed.Value)) || base.HoldsSame(other);

    private protected override ReadOnlyMemory<byte> Encode() => Payload.Write(Value, null);
}
