using Hyperactor.Failures;
using Hyperactor.Telemetry;

namespace Hyperactor.Channels;

/// <summary>
/// One connection after its hello: frames out, frames in, and one reason for its end. Payloads arrive whole and in the
/// order posted, or not at all from some point on; a later connection is a new link and knows nothing of this one.
/// </summary>
internal sealed class Link : IAsyncDisposable
{
    private readonly Connection _connection;
    private readonly ChannelOptions _options;
    private readonly LinkSender _sender;
    private readonly LinkReceiver _receiver;
    private readonly TaskCompletionSource _closing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _aborting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<LinkClosed> _completion =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IFrameHandler? _handler;
    private LinkClosed? _why;

    internal Link(Connection connection, ReadOnlyMemory<byte> greeting, ChannelOptions options)
    {
        _connection = connection;
        _options = options;
        Greeting = greeting;
        _sender = new(connection, options, Fault);
        _receiver = new(connection, options);
    }

    /// <summary>What the peer said of itself, and the host accepted.</summary>
    public ReadOnlyMemory<byte> Greeting { get; }

    /// <summary>Who is at the other end, for people.</summary>
    public string Peer => _connection.Peer;

    /// <summary>
    /// Completes, never with an exception, when nothing of the link runs any more; says why it ended.
    /// </summary>
    public Task<LinkClosed> Completion => _completion.Task;

    /// <summary>Queues a frame. Never blocks; from any thread; frames of one thread leave in its order.</summary>
    /// <remarks>Never throws on behalf of the network: the outcome says why a frame was not taken.</remarks>
    public PostOutcome TryPost(OutgoingFrame frame)
    {
        var bytes = Math.Max(frame.SizeHint, 0);
        if (bytes > _options.MaxFrameBytes)
        {
            return new(
                PostStatus.TooLarge,
                $"a frame of {bytes} bytes is over the limit of {_options.MaxFrameBytes} " +
                $"({nameof(ChannelOptions)}.{nameof(ChannelOptions.MaxFrameBytes)})");
        }

        if (Volatile.Read(ref _why) is null)
        {
            switch (_sender.TryPost(frame, bytes))
            {
                case PostStatus.Posted:
                    return PostOutcome.Posted;
                case PostStatus.Full:
                    RuntimeMetrics.QueueFull.Add(1);
                    return new(PostStatus.Full, FullReason);
            }
        }

        return new(PostStatus.Closed, Volatile.Read(ref _why)!.Reason);
    }

    /// <summary>Waits until all that was posted before is with the transport.</summary>
    /// <returns>False when the link ended first.</returns>
    public async ValueTask<bool> FlushAsync(CancellationToken cancellation = default)
    {
        var mark = new QueueMark(null);
        _sender.Post(mark);
        return await mark.Reached.WaitAsync(cancellation);
    }

    /// <summary>
    /// Takes no more posts, sends what is queued, tells the peer why and waits for its end, all within
    /// <see cref="ChannelOptions.CloseTimeout"/>; what did not leave by then is told undelivered. Cancelling stops
    /// the waiting alone. Not to be awaited by the handler, which the end waits for.
    /// </summary>
    public async ValueTask CloseAsync(string reason, CancellationToken cancellation = default)
    {
        Close(CloseCode.Done, reason);
        await Completion.WaitAsync(cancellation);
    }

    /// <summary>Begins what <see cref="CloseAsync"/> waits for.</summary>
    internal void Close(CloseCode code, string reason)
    {
        Decide(new(LinkEnd.LocalClose, reason));
        _sender.Post(new QueueMark(new(code, reason)));
        _closing.TrySetResult();
    }

    /// <summary>Ends the link now, without a word to the peer. Does not wait.</summary>
    public void Abort(string reason)
    {
        Decide(new(LinkEnd.LocalClose, reason));
        _aborting.TrySetResult();
        _closing.TrySetResult();
    }

    /// <summary>Closes the link as <see cref="CloseAsync"/> does.</summary>
    public ValueTask DisposeAsync() => CloseAsync("the link was disposed");

    /// <summary>Asks the host who hears the link, and starts to read and write. Once.</summary>
    /// <returns>What the host threw, if it did: the link then only tells the peer, and ends.</returns>
    internal Exception? Start(ILinkHost host)
    {
        Exception? failure = null;
        IFrameHandler handler;
        try
        {
            handler = host.Opened(this);
            _handler = handler;
        }
        catch (Exception e)
        {
            failure = e;
            handler = new Nobody();
            Decide(new(LinkEnd.HandlerFailed, $"the host failed to open the link: {FailureText.MessageOf(e)}", e));
            _sender.Cut(new(CloseCode.Failed, "the other side failed to open the link"));
        }

        _ = RunAsync(handler);
        return failure;
    }

    private string FullReason =>
        $"the queue is at its limit of {_options.MaxQueueBytes} bytes " +
        $"({nameof(ChannelOptions)}.{nameof(ChannelOptions.MaxQueueBytes)})";

    // The first reason stays: what follows from it is not why.
    private void Decide(LinkClosed why) => Interlocked.CompareExchange(ref _why, why, null);

    // Its own end is Completion, which is why nobody awaits the task. Nothing in it throws.
    private async Task RunAsync(IFrameHandler handler)
    {
        var isCounted = RuntimeMetrics.Connections.Enabled;
        if (isCounted)
        {
            RuntimeMetrics.Connections.Add(1);
        }

        // Frames may be there already, and are not to be handled on the stack of who opened the link.
        await Task.Yield();
        var receiving = _receiver.RunAsync(this, handler);
        var sending = _sender.RunAsync();
        await Task.WhenAny(receiving, sending, _closing.Task);

        // We close, or cannot send: the peer is heard out, and may say why, but not for ever.
        await WithinCloseTimeoutAsync(receiving);
        if (!receiving.IsCompleted)
        {
            if (sending.IsCompleted)
            {
                Decide(new(LinkEnd.PeerLost, "the connection takes no more bytes", await sending));
            }

            _receiver.Stop();
        }

        var ending = await receiving;
        Decide(ending.Why);
        if (ending.Farewell is { } farewell)
        {
            _sender.Cut(farewell);
            await WithinCloseTimeoutAsync(sending);
            _sender.Abort();
            await sending;
            var draining = _receiver.DrainAsync();
            await WithinCloseTimeoutAsync(draining);
            _receiver.Stop();
            await draining;
        }

        _sender.Abort();
        await sending;
        _sender.LoseRest(_why!);
        await DisposeConnectionAsync();
        if (isCounted)
        {
            RuntimeMetrics.Connections.Add(-1);
        }

        TellClosed(handler);
        _completion.SetResult(_why!);
    }

    private async ValueTask WithinCloseTimeoutAsync(Task task)
    {
        if (task.IsCompleted)
        {
            return;
        }

        using var delay = new CancellationTokenSource();
        await Task.WhenAny(
            task, _aborting.Task, Task.Delay(_options.CloseTimeout, _options.TimeProvider, delay.Token));
        // Not CancelAsync, which would go through the thread pool whatever the caller runs on.
        delay.Cancel();
    }

    private async ValueTask DisposeConnectionAsync()
    {
        try
        {
            await _connection.Input.CompleteAsync();
            await _connection.DisposeAsync();
        }
        catch (Exception e)
        {
            Fault(e);
        }
    }

    private void TellClosed(IFrameHandler handler)
    {
        try
        {
            handler.OnClosed(this, _why!);
        }
        catch (Exception e)
        {
            Fault(e);
        }
    }

    private void Fault(Exception fault)
    {
        RuntimeMetrics.CallbackErrors.Add(1, "link");
        try
        {
            _handler?.OnFault(this, fault);
        }
        catch (Exception)
        {
            // Who throws when told of a throw has been told.
        }
    }

    private sealed class Nobody : IFrameHandler
    {
        public void OnFrame(Link link, ReadOnlyMemory<byte> payload)
        {
        }

        public void OnClosed(Link link, LinkClosed why)
        {
        }
    }
}
