using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Hyperactor.Data;

/// <summary>
/// The bytes of a message: one run of memory, as nearly all are, or several in turn, because what is large stays where its
/// sender has it. Never changed.
/// </summary>
internal readonly struct Body
{
    private readonly ReadOnlyMemory<byte> _whole;
    private readonly ReadOnlyMemory<byte>[]? _parts;

    /// <summary>A body in one piece.</summary>
    internal Body(ReadOnlyMemory<byte> whole) => _whole = whole;

    /// <summary>A body in several pieces; the array is kept.</summary>
    internal Body(ReadOnlyMemory<byte>[] parts)
    {
        if (parts.Length == 1)
        {
            _whole = parts[0];
        }
        else
        {
            _parts = parts;
        }
    }

    /// <summary>How many bytes there are.</summary>
    internal int Length
    {
        get
        {
            var length = 0;
            foreach (var part in Parts)
            {
                length = checked(length + part.Length);
            }

            return length;
        }
    }

    /// <summary>Whether it is one piece.</summary>
    internal bool IsWhole => _parts is null;

    /// <summary>
    /// How many bytes stand before the first place that is to be a multiple of <see cref="Blob.Alignment"/> in memory, if it is
    /// large: before the first piece that lies elsewhere; in a part of an array, where it is one already.
    /// </summary>
    internal int Lead
    {
        get
        {
            if (_parts is not null)
            {
                return _parts[0].Length;
            }

            return MemoryMarshal.TryGetArray(_whole, out var array) ? -array.Offset & (Blob.Alignment - 1) : 0;
        }
    }

    /// <summary>The pieces, in order.</summary>
    [UnscopedRef]
    internal ReadOnlySpan<ReadOnlyMemory<byte>> Parts => _parts ?? new ReadOnlySpan<ReadOnlyMemory<byte>>(in _whole);

    /// <summary>The first piece.</summary>
    internal ReadOnlySpan<byte> Start => Parts is [var first, ..] ? first.Span : default;

    /// <summary>Bytes are a body.</summary>
    public static implicit operator Body(byte[] whole) => new(whole.AsMemory());

    /// <summary>Bytes are a body.</summary>
    public static implicit operator Body(ReadOnlyMemory<byte> whole) => new(whole);

    /// <summary>The bytes in one piece: a copy if there are several.</summary>
    internal ReadOnlyMemory<byte> ToMemory() => IsWhole ? _whole : Join();

    /// <summary>The bytes as an array: the body's own, if it is that already.</summary>
    internal byte[] ToArray() =>
        IsWhole && MemoryMarshal.TryGetArray(_whole, out var array) && array.Count == array.Array!.Length
            ? array.Array
            : Join();

    private byte[] Join()
    {
        var bytes = GC.AllocateUninitializedArray<byte>(Length);
        var rest = bytes.AsSpan();
        foreach (var part in Parts)
        {
            part.Span.CopyTo(rest);
            rest = rest[part.Length..];
        }

        return bytes;
    }
}
