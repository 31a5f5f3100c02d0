using System.Text.Json;

namespace Hyperactor;

/// <summary>
/// The name of an attribute and the type of its value. A key is made once, by <c>[DeclareAttrs]</c> or
/// <see cref="Define{T}(string)"/>, and then used from all threads.
/// </summary>
public abstract class AttrKey
{
    private protected AttrKey(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = AttrName.IsName(name)
            ? name
            : throw new AttrException($"\"{name}\" is not the name of an attribute: {AttrName.Grammar}.");
    }

    /// <summary>The name that all processes share: words in small letters, joined by dots.</summary>
    public string Name { get; }

    /// <summary>What the attribute means, for people; null if nobody wrote it down.</summary>
    public string? Summary { get; init; }

    /// <summary>The type of the value.</summary>
    public abstract Type ValueType { get; }

    /// <summary>Whether <see cref="Attrs.Get{T}"/> has something to return where no value was set.</summary>
    public abstract bool HasDefault { get; }

    /// <summary>Makes a key without a default. It is not declared: <see cref="AttrCatalog.Register"/> does that.</summary>
    /// <exception cref="AttrException"><paramref name="name"/> is not a name.</exception>
    public static AttrKey<T> Define<T>(string name) => new(name);

    /// <summary>Makes a key with a default. It is not declared: <see cref="AttrCatalog.Register"/> does that.</summary>
    /// <exception cref="AttrException"><paramref name="name"/> is not a name.</exception>
    public static AttrKey<T> Define<T>(string name, T @default) => new(name, @default);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({TypeNames.Of(ValueType)})";

    /// <summary>The value of an entry under this key, for people.</summary>
    /// <exception cref="MessageFormatException">The entry's bytes are not such a value.</exception>
    internal abstract string Describe(AttrEntry entry);

    /// <summary>Writes the name and the value of an entry; nothing if its bytes are not such a value.</summary>
    /// <returns>Whether it was written.</returns>
    internal abstract bool TryWriteJson(Utf8JsonWriter writer, AttrEntry entry);

    /// <summary>Reads a value.</summary>
    /// <exception cref="MessageFormatException">The JSON is not such a value.</exception>
    internal abstract AttrEntry ReadJson(JsonElement element);
}

/// <inheritdoc/>
/// <typeparam name="T">The type of the value. To travel, it needs a codec.</typeparam>
public class AttrKey<T> : AttrKey
{
    private readonly T? _default;
    private readonly bool _hasDefault;

    /// <summary>Makes a key without a default.</summary>
    /// <exception cref="AttrException"><paramref name="name"/> is not a name.</exception>
    public AttrKey(string name)
        : base(name)
    {
    }

    /// <summary>Makes a key with a default.</summary>
    /// <exception cref="AttrException"><paramref name="name"/> is not a name.</exception>
    public AttrKey(string name, T @default)
        : base(name)
    {
        _default = @default;
        _hasDefault = true;
    }

    /// <inheritdoc/>
    public sealed override Type ValueType => typeof(T);

    /// <inheritdoc/>
    public override bool HasDefault => _hasDefault;

    /// <summary>What stands for a value that was not set.</summary>
    /// <exception cref="AttrException">The key has no default.</exception>
    public virtual T Default => _hasDefault ? _default! : throw new AttrException($"{Name} has no default.");

    internal sealed override string Describe(AttrEntry entry) =>
        AttrText.Of((entry as AttrEntry<T> ?? Decode(entry)).Value);

    internal sealed override bool TryWriteJson(Utf8JsonWriter writer, AttrEntry entry)
    {
        AttrEntry<T> known;
        try
        {
            known = entry as AttrEntry<T> ?? Decode(entry);
        }
        catch (MessageFormatException)
        {
            // Its bytes are written instead; nothing is lost.
            return false;
        }

        JsonForm.WriteMember(writer, Name, known.Value);
        return true;
    }

    internal sealed override AttrEntry ReadJson(JsonElement element) =>
        new AttrEntry<T>(this, JsonForm.ReadAt<T>(element, Name));

    /// <summary>Decodes an entry for a dictionary that knew only its name.</summary>
    /// <exception cref="MessageFormatException">Its bytes are not such a value; the message names the key.</exception>
    internal AttrEntry<T> Decode(AttrEntry raw)
    {
        try
        {
            return new(this, Payload.Read<T>(raw.Bytes, []), raw.Bytes);
        }
        catch (MessageFormatException e)
        {
            throw new MessageFormatException($"The attribute {Name} cannot be read: {e.Message}", e);
        }
    }
}
