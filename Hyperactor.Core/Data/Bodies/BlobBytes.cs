using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hyperactor.Data;

/// <summary>Values as their bytes, without a copy: how the memory of a sender goes into a socket.</summary>
internal sealed class BlobBytes<T>(ReadOnlyMemory<T> values) : MemoryManager<byte>
    where T : unmanaged
{
    /// <summary>The values themselves.</summary>
    internal ReadOnlyMemory<T> Values => values;

    /// <inheritdoc/>
    public override Memory<byte> Memory => CreateMemory(values.Length * Unsafe.SizeOf<T>());

    /// <inheritdoc/>
    public override Span<byte> GetSpan() => MemoryMarshal.AsBytes(MemoryMarshal.AsMemory(values).Span);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The index is in the middle of a value.</exception>
    public override MemoryHandle Pin(int elementIndex = 0)
    {
        var (index, rest) = Math.DivRem(elementIndex, Unsafe.SizeOf<T>());
        return rest == 0 ? values[index..].Pin() : throw new NotSupportedException("A value cannot be pinned by its middle.");
    }

    /// <summary>What is pinned is the memory of the values, whose own handle lets it go.</summary>
    public override void Unpin()
    {
    }

    /// <summary>The values are not ours to give back.</summary>
    protected override void Dispose(bool disposing)
    {
    }
}

/// <summary>Bytes as the values that they are, without a copy: how the memory of a message reaches its receiver.</summary>
internal sealed class BlobValues<T>(ReadOnlyMemory<byte> bytes) : MemoryManager<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public override Memory<T> Memory => CreateMemory(bytes.Length / Unsafe.SizeOf<T>());

    /// <inheritdoc/>
    public override Span<T> GetSpan() => MemoryMarshal.Cast<byte, T>(MemoryMarshal.AsMemory(bytes).Span);

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0)
    {
        // One past the last may be pinned, and nothing further.
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)elementIndex, (uint)(bytes.Length / Unsafe.SizeOf<T>()));
        return bytes[(elementIndex * Unsafe.SizeOf<T>())..].Pin();
    }

    /// <summary>What is pinned is the array, whose own handle lets it go.</summary>
    public override void Unpin()
    {
    }

    /// <summary>The bytes are the message's own.</summary>
    protected override void Dispose(bool disposing)
    {
    }
}
