using System.Buffers;
using System.IO.Pipelines;

namespace Hyperactor.Channels;

/// <summary>
/// Bytes in both directions. Completing <see cref="Output"/> ends this direction alone, after what was written; the
/// peer's end completes <see cref="Input"/>. Disposing ends both directions at once, and what was written may be lost.
/// </summary>
public abstract class Connection : IDuplexPipe, IAsyncDisposable
{
    /// <summary>
    /// The bytes of the peer, in order. Completes without an exception; <see cref="Failure"/> says why.
    /// </summary>
    public abstract PipeReader Input { get; }

    /// <summary>
    /// The bytes for the peer. A flush that says completed, or throws, means that nobody will read on.
    /// </summary>
    public abstract PipeWriter Output { get; }

    /// <summary>Who is at the other end, for people.</summary>
    public abstract string Peer { get; }

    /// <summary>
    /// Why <see cref="Input"/> completed, if the peer did not end it in order. Set before it completes, and kept apart
    /// from it, because a pipe that completes with an exception throws away what it still holds.
    /// </summary>
    public virtual Exception? Failure => null;

    /// <summary>
    /// Sends bytes behind all that was flushed to <see cref="Output"/>, to which nobody writes meanwhile. A connection that
    /// can sends them from where they lie, which is why they must not change until this completes; whatever came of it, they
    /// are then let go. This implementation copies them through <see cref="Output"/>, a piece at a time.
    /// </summary>
    /// <param name="bytes">The bytes: many, or writing to <see cref="Output"/> is better.</param>
    /// <param name="cancellation">Gives up, in the middle of the bytes if need be: only for a connection that is to end.</param>
    /// <returns>False when nobody will read on, or it was cancelled: it is not known how many of the bytes left.</returns>
    public virtual async ValueTask<bool> SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation = default)
    {
        try
        {
            while (bytes.Length > 0)
            {
                var piece = bytes[..Math.Min(bytes.Length, PipeLimits.SegmentBytes)];
                var result = await Output.WriteAsync(piece, cancellation);
                if (result.IsCompleted || result.IsCanceled)
                {
                    return false;
                }

                bytes = bytes[piece.Length..];
            }

            return true;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>
    /// Reads the next bytes to where they belong. A connection that can receives them there; this implementation copies them
    /// from <see cref="Input"/>, of which nobody reads meanwhile.
    /// </summary>
    /// <returns>How many bytes came; 0 when <see cref="Input"/> is at its end, or the wait was cancelled.</returns>
    public virtual async ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellation = default)
    {
        try
        {
            while (true)
            {
                var result = await Input.ReadAsync(cancellation);
                var count = Take(result.Buffer, buffer);
                if (count > 0 || result.IsCompleted || result.IsCanceled)
                {
                    return count;
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return 0;
        }
    }

    /// <summary>Takes what fits off the front of what <see cref="Input"/> returned.</summary>
    private protected int Take(ReadOnlySequence<byte> available, Memory<byte> buffer)
    {
        var count = (int)Math.Min(available.Length, buffer.Length);
        var taken = available.Slice(0, count);
        taken.CopyTo(buffer.Span);
        Input.AdvanceTo(taken.End);
        return count;
    }

    /// <summary>Ends both directions and waits until nothing of the connection runs any more.</summary>
    public abstract ValueTask DisposeAsync();
}
