using System.IO.Pipelines;
using Hyperactor.Sync;
using Hyperactor.Telemetry;

namespace Hyperactor.Channels;

/// <summary>
/// Writes queued frames into the connection. It drains the queue as fast as the connection takes it, so that posts
/// made while it works leave together, and a lone one at once.
/// </summary>
internal sealed class LinkSender(Connection connection, ChannelOptions options, Action<Exception> onFault)
{
    // A batch leaves when it is this large; larger would only make its first frame wait for its last.
    private const int BatchBytes = 64 << 10;

    private readonly SendQueue _queue = new(options.MaxQueueBytes);
    private readonly WakeSignal _signal = new();
    private readonly FrameWriter _writer = new(options.MaxFrameBytes);
    private readonly PipeWriter _output = connection.Output;
    private readonly CancellationTokenSource _stop = new();
    private CloseFrame? _farewell;
    private volatile bool _cut;
    private volatile bool _aborted;

    internal PostStatus TryPost(OutgoingFrame frame, int bytes)
    {
        var status = _queue.TryAdd(frame, bytes, out var first);
        if (first && status == PostStatus.Posted)
        {
            _signal.Wake();
        }

        return status;
    }

    /// <summary>Queues a mark; if the queue is sealed, the mark hears so.</summary>
    internal void Post(QueueMark mark)
    {
        if (!_queue.TryPush(mark, out var first))
        {
            mark.Tell(reached: false);
        }
        else if (first)
        {
            _signal.Wake();
        }
    }

    /// <summary>Stops between two frames and says farewell, if there is one, leaving what is queued.</summary>
    internal void Cut(CloseFrame? farewell)
    {
        _farewell = farewell;
        _cut = true;
        _signal.Wake();
    }

    /// <summary>Stops, even inside a frame that the peer does not take.</summary>
    internal void Abort()
    {
        _aborted = true;
        _cut = true;
        _signal.Wake();
        _output.CancelPendingFlush();
        _stop.Cancel();
    }

    /// <summary>
    /// Runs until a farewell is said, or nobody takes what is sent. Returns the error underneath, if any.
    /// </summary>
    internal async Task<Exception?> RunAsync()
    {
        Exception? failure = null;
        try
        {
            if (await DrainAsync() && _farewell is { } farewell && !_aborted)
            {
                _writer.WriteClose(farewell);
                await WriteOutAsync();
            }
        }
        catch (Exception e)
        {
            failure = e;
        }

        _writer.Release();
        await CompleteAsync();
        return failure;
    }

    /// <summary>Refuses later posts and tells every frame that did not leave. Once, after the run.</summary>
    internal void LoseRest(LinkClosed why)
    {
        var loss = new FrameLoss(FrameLossKind.LinkClosed, why.Reason, why.Cause, why);
        _queue.Seal();
        while (_queue.Take() is { } item)
        {
            Lose(item, loss);
        }
    }

    // Whether the connection still takes bytes.
    private async ValueTask<bool> DrainAsync()
    {
        while (!_cut)
        {
            if (!TryWriteBatch(out var mark))
            {
                _writer.Release();
                await _signal.WaitAsync();
                continue;
            }

            var isOut = await WriteOutAsync();
            _writer.Clear();
            mark?.Tell(isOut);
            if (!isOut)
            {
                return false;
            }

            if (mark?.Farewell is { } farewell)
            {
                _farewell ??= farewell;
                return true;
            }
        }

        return true;
    }

    // False if nothing was queued. A mark ends the batch that it is told with.
    private bool TryWriteBatch(out QueueMark? mark)
    {
        var released = 0L;
        var any = false;
        mark = null;
        while (mark is null && _writer.WrittenBytes < BatchBytes && !_cut && _queue.Take() is { } item)
        {
            any = true;
            mark = item as QueueMark;
            if (item is OutgoingFrame frame)
            {
                released += frame.Charge;
                Write(frame);
            }
        }

        _queue.Release(released);
        return any;
    }

    private void Write(OutgoingFrame frame)
    {
        var before = _writer.WrittenBytes;
        if (_writer.TryWritePayload(frame) is { } loss)
        {
            Lose(frame, loss);
            return;
        }

        if (RuntimeMetrics.FrameSize.Enabled)
        {
            RuntimeMetrics.FrameSize.Record(_writer.WrittenBytes - before);
        }

        TellWritten(frame);
    }

    private ValueTask<bool> WriteOutAsync() =>
        _writer.Blobs.Count == 0 ? CopyOutAsync(_writer.Written) : WriteOutAroundBlobsAsync();

    private async ValueTask<bool> WriteOutAroundBlobsAsync()
    {
        var from = 0;
        foreach (var (at, blob) in _writer.Blobs)
        {
            if (!await CopyOutAsync(_writer.Written[from..at])
                || !await connection.SendAsync(blob, _stop.Token)
                || _aborted)
            {
                return false;
            }

            CountSent(blob.Length);
            from = at;
        }

        return await CopyOutAsync(_writer.Written[from..]);
    }

    private async ValueTask<bool> CopyOutAsync(ReadOnlyMemory<byte> bytes)
    {
        // In pieces, so that a large frame does not stand in the pipe a second time.
        while (bytes.Length > 0)
        {
            var piece = bytes[..Math.Min(bytes.Length, BatchBytes)];
            var result = await _output.WriteAsync(piece);
            if (result.IsCompleted || _aborted)
            {
                return false;
            }

            CountSent(piece.Length);
            bytes = bytes[piece.Length..];
        }

        return true;
    }

    private static void CountSent(int bytes)
    {
        if (RuntimeMetrics.BytesSent.Enabled)
        {
            RuntimeMetrics.BytesSent.Add(bytes);
        }
    }

    private void TellWritten(OutgoingFrame frame)
    {
        try
        {
            frame.Written();
        }
        catch (Exception e)
        {
            onFault(e);
        }
    }

    private void Lose(LaneItem item, FrameLoss loss)
    {
        if (item is QueueMark mark)
        {
            mark.Tell(reached: false);
            return;
        }

        try
        {
            ((OutgoingFrame)item).Undelivered(loss);
        }
        catch (Exception e)
        {
            onFault(e);
        }
    }

    private async ValueTask CompleteAsync()
    {
        try
        {
            await _output.CompleteAsync();
        }
        catch (Exception e)
        {
            onFault(e);
        }
    }
}
