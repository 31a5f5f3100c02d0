using System.Buffers;
using Hyperactor.Failures;

namespace Hyperactor.Channels;

/// <summary>
/// Writes frames (docs/wire-format.md) one behind the other into a block, which then leaves in one go. What is large stays
/// where it lies, and only its place in the block is kept. A body whose writer throws is taken back, and its neighbours
/// stay; that is why bodies are not written straight into a pipe.
/// </summary>
internal sealed class FrameWriter(int maxPayloadBytes) : IBodyWriter
{
    private const int BlockBytes = 64 << 10;

    private readonly List<(int At, ReadOnlyMemory<byte> Bytes)> _blobs = [];
    private byte[] _block = [];
    private int _used;
    private int _blobBytes;
    private int _bodyStart;
    private int _bodyBlobs;
    private int _bodyBlobBytes;
    private int _bodyLimit;

    /// <summary>
    /// The frames written since the last <see cref="Clear"/>, without the <see cref="Blobs"/>; valid until the next call of
    /// anything here.
    /// </summary>
    internal ReadOnlyMemory<byte> Written => _block.AsMemory(0, _used);

    /// <summary>The memory to send before the byte of <see cref="Written"/> that stands at the place, in order.</summary>
    internal IReadOnlyList<(int At, ReadOnlyMemory<byte> Bytes)> Blobs => _blobs;

    /// <summary>How many bytes all of it has.</summary>
    internal int WrittenBytes => _used + _blobBytes;

    /// <summary>Writes a payload frame, or nothing and returns why not.</summary>
    internal FrameLoss? TryWritePayload(OutgoingFrame frame)
    {
        Begin(maxPayloadBytes);
        try
        {
            frame.Write(this);
            End(FrameKind.Payload);
            return null;
        }
        catch (FrameTooLargeException e)
        {
            TakeBack();
            return new(FrameLossKind.TooLarge, e.Message);
        }
        catch (Exception e)
        {
            TakeBack();
            return new(FrameLossKind.WriteFailed, $"writing it failed: {FailureText.MessageOf(e)}", e);
        }
    }

    // hello := prefix magic version:u16 flags:u16(0) greeting
    internal void WriteHello(ReadOnlySpan<byte> greeting)
    {
        Begin(Hello.BodyBytesMax);
        Hello.Write(this, greeting);
        End(FrameKind.Hello);
    }

    // close := prefix code:u16 text:utf8
    internal void WriteClose(CloseFrame close)
    {
        Begin(CloseFrame.BodyBytesMax);
        close.Write(this);
        End(FrameKind.Close);
    }

    /// <summary>Forgets what is written, keeping the block.</summary>
    internal void Clear()
    {
        _used = 0;
        _blobBytes = 0;
        _blobs.Clear();
    }

    /// <summary>Forgets what is written and gives the block back: an idle link holds none.</summary>
    internal void Release()
    {
        Clear();
        if (_block.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_block);
            _block = [];
        }
    }

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _block.Length - _used);
        ThrowIfTooLarge(count);
        _used += count;
    }

    public void Refer(ReadOnlyMemory<byte> bytes)
    {
        ThrowIfTooLarge(bytes.Length);
        if (bytes.Length < Blob.BytesMin)
        {
            this.Write(bytes.Span);
            return;
        }

        _blobs.Add((_used, bytes));
        _bodyBlobs++;
        _bodyBlobBytes += bytes.Length;
        _blobBytes += bytes.Length;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _block.AsMemory(_used);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _block.AsSpan(_used);
    }

    private void Begin(int bodyLimit)
    {
        _bodyLimit = bodyLimit;
        Reserve(FramePrefix.Bytes);
        _used += FramePrefix.Bytes;
        _bodyStart = _used;
        _bodyBlobs = 0;
        _bodyBlobBytes = 0;
    }

    private void End(FrameKind kind) =>
        FramePrefix.Write(_block.AsSpan(_bodyStart - FramePrefix.Bytes), kind, _used - _bodyStart + _bodyBlobBytes);

    private void TakeBack()
    {
        _used = _bodyStart - FramePrefix.Bytes;
        _blobBytes -= _bodyBlobBytes;
        _blobs.RemoveRange(_blobs.Count - _bodyBlobs, _bodyBlobs);
    }

    private void ThrowIfTooLarge(int more)
    {
        if (_used - _bodyStart + _bodyBlobBytes + (long)more > _bodyLimit)
        {
            throw new FrameTooLargeException(_bodyLimit);
        }
    }

    private void Reserve(int sizeHint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        var needed = _used + (long)Math.Max(sizeHint, 1);
        if (needed <= _block.Length)
        {
            return;
        }

        if (needed > Array.MaxLength)
        {
            throw new FrameTooLargeException(_bodyLimit);
        }

        var larger = ArrayPool<byte>.Shared.Rent(
            (int)Math.Min(Math.Max(needed, Math.Max(_block.Length * 2L, BlockBytes)), Array.MaxLength));
        _block.AsSpan(0, _used).CopyTo(larger);
        if (_block.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_block);
        }

        _block = larger;
    }
}
