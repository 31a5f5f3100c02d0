using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>One case of a union: its name, and how its values travel. Made by generated codecs.</summary>
/// <typeparam name="TUnion">The union.</typeparam>
public abstract class UnionCase<TUnion>
    where TUnion : class
{
    private protected UnionCase(string name, Type type)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Type = type;
    }

    /// <summary>The name of the case, as in JSON.</summary>
    public string Name { get; }

    /// <summary>The type of its values.</summary>
    public Type Type { get; }

    internal abstract void Write(ref MessageWriter writer, TUnion value);

    internal abstract TUnion? Read(ref MessageReader reader);

    internal abstract void WriteJson(Utf8JsonWriter writer, TUnion value);

    internal abstract TUnion? ReadJson(JsonElement element);
}

/// <summary>One case of a union, with its type.</summary>
/// <typeparam name="TUnion">The union.</typeparam>
/// <typeparam name="TCase">The case: sealed, so that a value is of one case.</typeparam>
/// <param name="name">The name of the case.</param>
public sealed class UnionCase<TUnion, TCase>(string name) : UnionCase<TUnion>(name, typeof(TCase))
    where TUnion : class
    where TCase : class, TUnion
{
    // Straight to the codec: a union and its case are one level of nesting.
    internal override void Write(ref MessageWriter writer, TUnion value) =>
        MessageType<TCase?>.Codec.Write(ref writer, (TCase)value);

    internal override TUnion? Read(ref MessageReader reader) => MessageType<TCase?>.Codec.Read(ref reader);

    internal override void WriteJson(Utf8JsonWriter writer, TUnion value) =>
        MessageType<TCase?>.Codec.WriteJson(writer, (TCase)value);

    internal override TUnion? ReadJson(JsonElement element) => MessageType<TCase?>.Codec.ReadJson(element);
}
