using System.Globalization;
using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>
/// What the runtime knows of a type that travels: its shared name, how its values become bytes, and how they become
/// JSON, for those who do not know the type.
/// </summary>
public abstract class MessageCodec
{
    private protected MessageCodec(string typeUri)
    {
        ArgumentException.ThrowIfNullOrEmpty(typeUri);
        TypeUri = typeUri;
        TypeHash = Data.TypeHash.Of(typeUri);
    }

    /// <summary>The name that all processes share.</summary>
    public string TypeUri { get; }

    /// <summary>The number of <see cref="TypeUri"/>, and the index of the port of the type's handler.</summary>
    public ulong TypeHash { get; }

    /// <summary>The type of the values.</summary>
    public abstract Type ValueType { get; }

    /// <summary>Writes a value that is known as an object only, as JSON.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is of another type.</exception>
    public abstract void WriteBoxedJson(Utf8JsonWriter writer, object? value);

    /// <summary>Reads what <see cref="WriteBoxedJson"/> wrote.</summary>
    /// <exception cref="MessageFormatException">The JSON is not such a value.</exception>
    public abstract object? ReadBoxedJson(JsonElement element);

    /// <summary>The body of a message as JSON, for people and tools.</summary>
    /// <param name="body">What the codec wrote.</param>
    /// <param name="ports">The ports that travel beside it.</param>
    /// <exception cref="MessageFormatException">The bytes are not such a value.</exception>
    public JsonElement Dump(ReadOnlyMemory<byte> body, IReadOnlyList<PortEntry> ports) =>
        JsonForm.Parse(BytesToJson(body, ports));

    /// <summary>The name of the case that a value of a union is; null if the type is no union, or the value no case of it.</summary>
    public virtual string? CaseOf(object? value) => null;

    /// <summary>The same for bytes, of which only the tag is read: it does not say that the rest is such a value.</summary>
    /// <param name="body">What the codec wrote.</param>
    public virtual string? PeekCase(ReadOnlySpan<byte> body) => null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{TypeUri} (0x{TypeHash:X16})");

    /// <summary>Bytes of one whole value to UTF-8 JSON.</summary>
    internal abstract byte[] BytesToJson(ReadOnlyMemory<byte> body, IReadOnlyList<PortEntry> ports);

    /// <summary>JSON to the bytes of one whole value, all ports inside.</summary>
    internal abstract byte[] JsonToBytes(JsonElement element);

    /// <summary>Says that bytes or JSON hold null where a value must be.</summary>
    protected MessageFormatException Missing() => new($"A {TypeUri} is missing.");

    /// <summary>Says that a value that was never set is to be written.</summary>
    private protected MessageFormatException Unset() =>
        new($"A default {TypeUri} names nothing and cannot travel. Set it, or declare it {TypeUri}? and leave it null.");

    /// <summary>Says that bytes end, or JSON has no member, where a required one must be.</summary>
    protected MessageFormatException Missing(string member) => new($"{TypeUri} was sent without {member}.");
}

/// <summary>Turns values of one type into bytes and back. Generated for messages; Core has those of the usual types.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public abstract class MessageCodec<T>(string typeUri) : MessageCodec(typeUri)
{
    private byte[]? _fields;

    /// <inheritdoc/>
    public sealed override Type ValueType => typeof(T);

    /// <summary>Appends <paramref name="value"/>.</summary>
    public abstract void Write(ref MessageWriter writer, T value);

    /// <summary>Reads what <see cref="Write"/> appended. The bytes are hostile until this has returned.</summary>
    /// <exception cref="MessageFormatException">The bytes are not such a value.</exception>
    public abstract T Read(ref MessageReader reader);

    /// <summary>Writes <paramref name="value"/> as one JSON value (docs/wire-format.md).</summary>
    /// <exception cref="MessageFormatException">Values nest deeper than <see cref="JsonForm.DepthMax"/>.</exception>
    public abstract void WriteJson(Utf8JsonWriter writer, T value);

    /// <summary>Reads what <see cref="WriteJson"/> wrote, or what a person wrote: it is as hostile as bytes are.</summary>
    /// <exception cref="MessageFormatException">
    /// The JSON is not such a value; <see cref="MessageFormatException.Path"/> tells where.
    /// </exception>
    public abstract T ReadJson(JsonElement element);

    /// <summary>
    /// Checks values that came as their bytes in memory, in an array, a tuple or a struct, so that <see cref="Read"/> had no
    /// part in them. Does nothing by default. A codec of a type without references that does not take every pattern of
    /// bits overrides it (<see cref="ValueBits"/> helps).
    /// </summary>
    /// <exception cref="MessageFormatException">The bits of one of them are no value.</exception>
    public virtual void CheckBits(ReadOnlySpan<T> values)
    {
    }

    /// <summary>
    /// Whether all fields are zero bits. This tells which bytes in memory belong to fields: those between them travel as
    /// zeros. By default every byte does; a codec of a type without references that has gaps between its fields overrides
    /// it (<see cref="ValueBits.IsZero"/> helps). The value may be any pattern of bits.
    /// </summary>
    public virtual bool IsZero(in T value) => Gaps.AreZero(in value);

    /// <summary>Whether there are bytes between the fields of a value that holds no reference.</summary>
    internal bool HasGaps => Fields.Length > 0;

    /// <summary>Sets to zero what lies between the fields of a value.</summary>
    internal void ClearGaps(Span<byte> memory)
    {
        var fields = Fields;
        for (var i = 0; i < fields.Length; i++)
        {
            memory[i] &= fields[i];
        }
    }

    // Found when it is first asked for, because the codecs of fields may be registered later.
    private byte[] Fields => _fields ??= Gaps.FindFields(this);

    /// <inheritdoc/>
    public sealed override void WriteBoxedJson(Utf8JsonWriter writer, object? value)
    {
        if (value is not T && (value is not null || default(T) is not null))
        {
            throw new ArgumentException(
                $"{TypeUri} is the name of {typeof(T)}, and a value of {value?.GetType().ToString() ?? "no type"} was given.",
                nameof(value));
        }

        WriteJson(writer, (T)value!);
    }

    /// <inheritdoc/>
    public sealed override object? ReadBoxedJson(JsonElement element) => JsonForm.Read(this, element);

    /// <inheritdoc/>
    internal sealed override byte[] BytesToJson(ReadOnlyMemory<byte> body, IReadOnlyList<PortEntry> ports) =>
        Payload.ToJson(this, Payload.Read(this, body, ports));

    /// <inheritdoc/>
    internal sealed override byte[] JsonToBytes(JsonElement element) =>
        Payload.Write(this, JsonForm.Read(this, element), null);
}
