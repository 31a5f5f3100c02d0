using System.Buffers;

namespace Hyperactor.Data;

/// <summary>
/// Takes a body as it is written: what is small goes into one rented block, of which an exact copy is made in the end;
/// what is large is kept where it lies, or gets an array of its own.
/// </summary>
internal sealed class BodyWriter : IBodyWriter, IDisposable
{
    private const int FirstBytes = 256;

    private byte[] _block = [];
    private int _used;
    private byte[]? _large;
    private int _largeUsed;
    private List<(int At, ReadOnlyMemory<byte> Bytes)>? _blobs;
    private long _blobBytes;

    /// <summary>How many bytes were written.</summary>
    internal long Length => _used + _blobBytes + _largeUsed;

    /// <inheritdoc/>
    public void Refer(ReadOnlyMemory<byte> bytes)
    {
        CloseLarge();
        if (bytes.Length < Blob.BytesMin)
        {
            this.Write(bytes.Span);
            return;
        }

        Keep(bytes);
    }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        if (_large is null)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_block.Length - _used));
            _used += count;
            return;
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_large.Length - _largeUsed));
        _largeUsed += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _large is null ? _block.AsMemory(_used) : _large;
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _large is null ? _block.AsSpan(_used) : _large;
    }

    /// <summary>All that was written.</summary>
    /// <exception cref="MessageFormatException">It is more than a message can be.</exception>
    internal Body Finish()
    {
        CloseLarge();
        var copy = _block.AsSpan(0, _used).ToArray();
        if (_blobs is null)
        {
            return copy;
        }

        if (_used + _blobBytes > Array.MaxLength)
        {
            throw new MessageFormatException(
                $"A message of {_used + _blobBytes} bytes cannot be written; {Array.MaxLength} are the most.");
        }

        List<ReadOnlyMemory<byte>> parts = [];
        var from = 0;
        foreach (var (at, bytes) in _blobs)
        {
            Add(parts, copy.AsMemory(from, at - from));
            parts.Add(bytes);
            from = at;
        }

        Add(parts, copy.AsMemory(from));
        return new([.. parts]);
    }

    /// <summary>Gives the block back.</summary>
    public void Dispose()
    {
        if (_block.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_block);
            _block = [];
        }
    }

    private static void Add(List<ReadOnlyMemory<byte>> parts, ReadOnlyMemory<byte> part)
    {
        if (!part.IsEmpty)
        {
            parts.Add(part);
        }
    }

    private void Keep(ReadOnlyMemory<byte> bytes)
    {
        (_blobs ??= []).Add((_used, bytes));
        _blobBytes += bytes.Length;
    }

    private void Reserve(int sizeHint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        CloseLarge();
        if (sizeHint >= Blob.BytesMin)
        {
            _large = GC.AllocateUninitializedArray<byte>(sizeHint);
        }
        else if (_block.Length - _used < Math.Max(sizeHint, 1))
        {
            Grow(_used + (long)Math.Max(sizeHint, 1));
        }
    }

    // Who asks for much may use little: a text asks for the most that it could take.
    private void CloseLarge()
    {
        if (_large is not { } large)
        {
            return;
        }

        _large = null;
        var bytes = large.AsMemory(0, _largeUsed);
        _largeUsed = 0;
        if (bytes.Length < Blob.BytesMin)
        {
            this.Write(bytes.Span);
        }
        else
        {
            Keep(bytes.Length < large.Length / 2 ? bytes.ToArray() : bytes);
        }
    }

    private void Grow(long needed)
    {
        if (needed > Array.MaxLength)
        {
            throw new MessageFormatException($"A message of {needed} bytes cannot be written; {Array.MaxLength} are the most.");
        }

        var larger = ArrayPool<byte>.Shared.Rent(
            (int)Math.Min(Math.Max(needed, Math.Max(_block.Length * 2L, FirstBytes)), Array.MaxLength));
        _block.AsSpan(0, _used).CopyTo(larger);
        Dispose();
        _block = larger;
    }
}
