using MemoryPack;

namespace Hyperactor.Data;

/// <summary>Types that carry <c>[MemoryPackable]</c>: MemoryPack's own code writes and reads them.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class PackableCodec<T>(string typeUri) : MessageCodec<T?>(typeUri)
    where T : IMemoryPackable<T>
{
    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, T? value) => writer.WritePackable(value);

    /// <inheritdoc/>
    public override T? Read(ref MessageReader reader) => reader.ReadPackable<T>();
}
