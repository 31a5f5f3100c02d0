using System.IO.Pipelines;

namespace Hyperactor.Channels;

/// <summary>
/// Writes queued frames into the connection. It drains the queue as fast as the connection takes it, so that posts
/// made while it works leave together, and a lone one at once.
/// </summary>
internal sealed class LinkSender(PipeWriter output, ChannelOptions options, Action<Exception> onFault)
{
    // A batch leaves when it is this large; larger would only make its first frame wait for its last.
    private const int BatchBytes = 64 << 10;

    private readonly SendQueue _queue = new(options.MaxQueueBytes);
    private readonly WakeSignal _signal = new();
    private readonly FrameWriter _writer = new(options.MaxFrameBytes);
    private OutgoingFrame? _taken;
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
            mark.Undelivered(new(FrameLossKind.LinkClosed, "the link has ended"));
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
        output.CancelPendingFlush();
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
        Lose(_taken, loss);
        _taken = null;
        Lose(_queue.Seal(), loss);
    }

    // Whether the connection still takes bytes.
    private async ValueTask<bool> DrainAsync()
    {
        while (!_cut)
        {
            _taken ??= _queue.TakeAll();
            if (_taken is null)
            {
                _writer.Release();
                await _signal.WaitAsync();
                continue;
            }

            var mark = WriteBatch();
            if (!await WriteOutAsync())
            {
                mark?.Undelivered(new(FrameLossKind.LinkClosed, "the connection ended"));
                return false;
            }

            mark?.Written();
            if (mark?.Farewell is { } farewell)
            {
                _farewell ??= farewell;
                return true;
            }
        }

        return true;
    }

    // Returns the mark that ended the batch, if one did.
    private QueueMark? WriteBatch()
    {
        var released = 0L;
        QueueMark? mark = null;
        while (_taken is { } frame && _writer.WrittenBytes < BatchBytes && !_cut)
        {
            _taken = frame.Next;
            frame.Next = null;
            mark = frame as QueueMark;
            if (mark is not null)
            {
                break;
            }

            released += frame.Charge;
            if (_writer.TryWritePayload(frame) is { } loss)
            {
                Lose(frame, loss);
            }
            else
            {
                TellWritten(frame);
            }
        }

        _queue.Release(released);
        return mark;
    }

    private async ValueTask<bool> WriteOutAsync()
    {
        // In pieces, so that a large frame does not stand in the pipe a second time.
        for (var bytes = _writer.Written; bytes.Length > 0;)
        {
            var piece = bytes[..Math.Min(bytes.Length, BatchBytes)];
            var result = await output.WriteAsync(piece);
            if (result.IsCompleted || _aborted)
            {
                return false;
            }

            bytes = bytes[piece.Length..];
        }

        _writer.Clear();
        return true;
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

    private void Lose(OutgoingFrame? frame, FrameLoss loss)
    {
        while (frame is not null)
        {
            // Once told, it may be in another queue.
            var next = frame.Next;
            frame.Next = null;
            try
            {
                frame.Undelivered(loss);
            }
            catch (Exception e)
            {
                onFault(e);
            }

            frame = next;
        }
    }

    private async ValueTask CompleteAsync()
    {
        try
        {
            await output.CompleteAsync();
        }
        catch (Exception e)
        {
            onFault(e);
        }
    }
}
