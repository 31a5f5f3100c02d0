using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>Immutable arrays, item by item; one that was never set is null.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class ImmutableArrayCodec<T>(string typeUri) : MessageCodec<ImmutableArray<T>>(typeUri)
{
    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, ImmutableArray<T> value) =>
        SequenceBytes.Write(ref writer, ImmutableCollectionsMarshal.AsArray(value));

    /// <inheritdoc/>
    public override ImmutableArray<T> Read(ref MessageReader reader) =>
        ImmutableCollectionsMarshal.AsImmutableArray(SequenceBytes.Read<T>(ref reader)?.ToArray());

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, ImmutableArray<T> value) =>
        CollectionJson.WriteItems(writer, ImmutableCollectionsMarshal.AsArray(value));

    /// <inheritdoc/>
    public override ImmutableArray<T> ReadJson(JsonElement element) =>
        ImmutableCollectionsMarshal.AsImmutableArray(CollectionJson.ReadItems<T>(element)?.ToArray());
}
