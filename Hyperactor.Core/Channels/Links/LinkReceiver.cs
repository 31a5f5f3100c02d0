using System.Buffers;
using Hyperactor.Failures;
using Hyperactor.Telemetry;

namespace Hyperactor.Channels;

/// <summary>
/// Reads frames from the connection and hands each to the handler, until one of the three is at its end.
/// </summary>
internal sealed class LinkReceiver(Connection connection, ChannelOptions options)
{
    private readonly FrameReader _reader = new(options.MaxFrameBytes);
    private readonly CancellationTokenSource _stop = new();
    private volatile bool _stopped;

    /// <summary>Ends whichever loop here is running, as soon as the handler returns.</summary>
    internal void Stop()
    {
        _stopped = true;
        connection.Input.CancelPendingRead();
        _stop.Cancel();
    }

    /// <summary>Runs until the peer ends, a frame is wrong, the handler throws, or somebody stops it.</summary>
    internal async Task<LinkEnding> RunAsync(Link link, IFrameHandler handler)
    {
        try
        {
            while (!_stopped)
            {
                var result = await connection.Input.ReadAsync();
                CountReceived(result.Buffer.Length);
                var ending = Take(result.Buffer, link, handler);
                connection.Input.AdvanceTo(result.Buffer.End);
                if (ending is not null)
                {
                    return ending;
                }

                if (result.IsCompleted)
                {
                    return AtEnd();
                }

                if (!_reader.Missing.IsEmpty && await TakeLargeAsync(link, handler) is { } ended)
                {
                    return ended;
                }
            }

            return new(new(LinkEnd.PeerLost, "the peer did not end in time"));
        }
        catch (Exception e)
        {
            return new(new(LinkEnd.PeerLost, $"the connection failed: {FailureText.MessageOf(e)}", e));
        }
    }

    /// <summary>
    /// Reads and forgets until the peer ends. Closing a socket that holds unread bytes resets it, and a reset can
    /// destroy, at the peer, the very words that say why.
    /// </summary>
    internal async Task DrainAsync()
    {
        try
        {
            while (!_stopped)
            {
                var result = await connection.Input.ReadAsync();
                connection.Input.AdvanceTo(result.Buffer.End);
                if (result.IsCompleted)
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // It ended all the same.
        }
    }

    // The rest of a large body goes straight to where it belongs. At the end of the stream the pipe says so once more.
    private async ValueTask<LinkEnding?> TakeLargeAsync(Link link, IFrameHandler handler)
    {
        while (!_stopped && _reader.Missing is { IsEmpty: false } missing)
        {
            var count = await connection.ReceiveAsync(missing, _stop.Token);
            if (count == 0)
            {
                break;
            }

            CountReceived(count);
            if (_reader.Received(count, out var frame))
            {
                return _stopped ? null : Take(frame, link, handler);
            }
        }

        return null;
    }

    private static void CountReceived(long bytes)
    {
        if (RuntimeMetrics.BytesReceived.Enabled)
        {
            RuntimeMetrics.BytesReceived.Add(bytes);
        }
    }

    private LinkEnding? Take(ReadOnlySequence<byte> buffer, Link link, IFrameHandler handler)
    {
        foreach (var segment in buffer)
        {
            var bytes = segment.Span;
            while (!_stopped)
            {
                var status = _reader.Read(ref bytes, out var frame);
                if (status == FrameReadStatus.NeedMore)
                {
                    break;
                }

                var ending = status == FrameReadStatus.Bad ? Wrong(_reader.Problem!) : Take(frame, link, handler);
                if (ending is not null)
                {
                    return ending;
                }
            }
        }

        return null;
    }

    private static LinkEnding? Take(Frame frame, Link link, IFrameHandler handler)
    {
        switch (frame.Kind)
        {
            case FrameKind.Payload:
                return Handle(frame.Body, link, handler);
            case FrameKind.Close:
                return CloseFrame.Read(frame.Body.Span, out var close) is { } problem ? Wrong(problem) : Closed(close!);
            default:
                return Wrong("a second hello");
        }
    }

    private static LinkEnding? Handle(ReadOnlyMemory<byte> payload, Link link, IFrameHandler handler)
    {
        try
        {
            handler.OnFrame(link, payload);
            return null;
        }
        catch (Exception e)
        {
            // The peer hears that it failed and not how: the words may tell what is none of its business.
            return new(
                new(LinkEnd.HandlerFailed, $"the handler failed: {FailureText.MessageOf(e)}", e),
                new(CloseCode.Failed, "the handler at the other side failed"));
        }
    }

    private static LinkEnding Closed(CloseFrame close) => close.Code switch
    {
        CloseCode.Refused or CloseCode.Busy or CloseCode.TimedOut => new(new(LinkEnd.Refused, close.Text)),
        CloseCode.ProtocolError => new(new(LinkEnd.ProtocolError, $"the peer reports: {close.Text}")),
        _ => new(new(LinkEnd.PeerClosed, close.Text)),
    };

    private static LinkEnding Wrong(string problem) =>
        new(new(LinkEnd.ProtocolError, problem), new(CloseCode.ProtocolError, problem));

    private LinkEnding AtEnd()
    {
        var failure = connection.Failure;
        var where = _reader.AtBoundary ? "without a Close" : $"inside a frame, after {_reader.Position}";
        var how = failure is null ? "the connection ended" : $"the connection broke ({FailureText.MessageOf(failure)})";
        return new(new(LinkEnd.PeerLost, $"{how} {where}", failure));
    }
}
