namespace Hyperactor.Data;

/// <summary>Values that hold no reference, as their bytes in memory: numbers, enums, and structs of these.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class UnmanagedCodec<T>(string typeUri) : MessageCodec<T>(typeUri)
    where T : unmanaged
{
    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, T value) => writer.WriteUnmanaged(value);

    /// <inheritdoc/>
    public override T Read(ref MessageReader reader) => reader.ReadUnmanaged<T>();
}
