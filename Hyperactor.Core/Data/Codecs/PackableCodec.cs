using System.Text.Json;
using MemoryPack;

namespace Hyperactor.Data;

/// <summary>Types that carry <c>[MemoryPackable]</c>: MemoryPack's own code writes and reads them.
/// In JSON they are the base64 of their bytes, because their members are not known here.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class PackableCodec<T>(string typeUri) : MessageCodec<T?>(typeUri)
    where T : IMemoryPackable<T>
{
    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, T? value) => writer.WritePackable(value);

    /// <inheritdoc/>
    public override T? Read(ref MessageReader reader) => reader.ReadPackable<T>();

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, T? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            JsonForm.WriteBytesOf(writer, this, value);
        }
    }

    /// <inheritdoc/>
    public override T? ReadJson(JsonElement element) =>
        element.ValueKind == JsonValueKind.Null && default(T) is null ? default : JsonForm.ReadBytesOf(element, this);
}
