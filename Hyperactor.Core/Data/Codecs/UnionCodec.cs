using System.Collections.Frozen;
using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>
/// A union: a tag, which is the index of the case in the order of declaration, then the case as the object that it is.
/// The layout is that of MemoryPack's unions. In JSON the object of the case tells its name as <c>$case</c>.
/// </summary>
/// <typeparam name="T">The abstract type of which all cases are.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
/// <param name="cases">The cases, in the order of declaration.</param>
public abstract class UnionCodec<T>(string typeUri, params UnionCase<T>[] cases) : MessageCodec<T?>(typeUri)
    where T : class
{
    private readonly FrozenDictionary<Type, int> _tags =
        cases.Select(static (c, i) => KeyValuePair.Create(c.Type, i)).ToFrozenDictionary();

    /// <summary>The cases, in the order of their tags.</summary>
    public IReadOnlyList<UnionCase<T>> Cases => cases;

    /// <inheritdoc/>
    public sealed override void Write(ref MessageWriter writer, T? value)
    {
        if (value is null)
        {
            writer.WriteNullObjectHeader();
            return;
        }

        var tag = TagOf(value);
        writer.WriteUnionHeader(tag);
        cases[tag].Write(ref writer, value);
    }

    /// <inheritdoc/>
    public sealed override T? Read(ref MessageReader reader)
    {
        if (!reader.TryReadUnionHeader(out var tag))
        {
            return null;
        }

        return tag < cases.Length
            ? cases[tag].Read(ref reader) ?? throw Missing(cases[tag].Name)
            : throw new MessageFormatException($"{TypeUri} has no case {tag}: {cases.Length} are known here.");
    }

    /// <inheritdoc/>
    public sealed override void WriteJson(Utf8JsonWriter writer, T? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        cases[TagOf(value)].WriteJson(writer, value);
    }

    /// <inheritdoc/>
    public sealed override T? ReadJson(JsonElement element)
    {
        if (!JsonMembers.TryRead(this, element, out var members))
        {
            return null;
        }

        var name = members.GetRequired<string>(JsonMembers.Case);
        var found = Array.Find(cases, c => c.Name == name)
            ?? throw MessageFormatException.InJson($"{TypeUri} has no case '{name}'");
        return found.ReadJson(element);
    }

    /// <inheritdoc/>
    public sealed override string? CaseOf(object? value) =>
        value is T && _tags.TryGetValue(value.GetType(), out var tag) ? cases[tag].Name : null;

    /// <inheritdoc/>
    public sealed override string? PeekCase(ReadOnlySpan<byte> body) =>
        UnionTag.TryPeek(body, out var tag) && tag < cases.Length ? cases[tag].Name : null;

    private int TagOf(T value) => _tags.TryGetValue(value.GetType(), out var tag)
        ? tag
        : throw new MessageFormatException($"{value.GetType()} is no case of {TypeUri}. Nest it there and declare it sealed.");
}
