using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hyperactor.Data;

/// <summary>
/// Large runs of values without references, which are handed on by reference instead of being copied. Only what the type
/// <see cref="ReadOnlyMemory{T}"/> promises nobody to write is taken so: an array belongs to its sender again after the send.
/// </summary>
internal static class Blob
{
    /// <summary>
    /// From how many bytes on a run is handed on by reference. Below, one more piece costs a system call of its own, and a
    /// copy is as fast.
    /// </summary>
    internal const int BytesMin = 64 << 10;

    /// <summary>
    /// Of how many bytes the place of a blob in a frame is a multiple: as good as that of the items of an array, for which the
    /// runtime promises no more.
    /// </summary>
    internal const int Alignment = 8;

    /// <summary>The bytes of values, where the values lie.</summary>
    internal static ReadOnlyMemory<byte> ToBytes<T>(ReadOnlyMemory<T> values)
        where T : unmanaged
    {
        if (typeof(T) == typeof(byte))
        {
            return Unsafe.As<ReadOnlyMemory<T>, ReadOnlyMemory<byte>>(ref values);
        }

        return values.IsEmpty ? default : new BlobBytes<T>(values).Memory;
    }

    /// <summary>The values that bytes are, where the bytes lie; false if they do not lie as such values must.</summary>
    internal static bool TryToValues<T>(ReadOnlyMemory<byte> bytes, out ReadOnlyMemory<T> values)
        where T : unmanaged
    {
        var size = Unsafe.SizeOf<T>();
        if (MemoryMarshal.TryGetMemoryManager<byte, BlobBytes<T>>(bytes, out var origin, out var start, out _)
            && start % size == 0)
        {
            values = origin.Values.Slice(start / size, bytes.Length / size);
            return true;
        }

        if (MemoryMarshal.TryGetArray(bytes, out var array) && array.Offset % Math.Min(size & -size, Alignment) == 0)
        {
            values = new BlobValues<T>(bytes).Memory;
            return true;
        }

        values = default;
        return false;
    }
}
