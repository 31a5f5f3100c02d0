using System.Buffers;
using System.IO.Pipelines;
using Hyperactor.Failures;
using Hyperactor.Telemetry;

namespace Hyperactor.Channels;

/// <summary>
/// The hello of each side (docs/wire-format.md, "Opening"). The dialling side speaks first; the accepting side answers
/// with its own hello, which means yes, or with a Close, which says why not.
/// </summary>
internal static class Handshake
{
    /// <summary>Greets as the dialling side. The connection is the caller's to dispose if this throws.</summary>
    /// <exception cref="ChannelException">No link came about; the message says why.</exception>
    internal static async Task<Link> DialAsync(
        Connection connection,
        ChannelAddress address,
        ILinkHost host,
        ChannelOptions options,
        CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(options.HelloTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            await SayHelloAsync(connection, host.Greeting, either.Token);
            var heard = await HearAsync(connection, either.Token);
            if (heard.Close is { } close)
            {
                throw Refusal(address, close);
            }

            var problem = heard.Problem ?? Refuse(host, heard.Greeting, connection.Peer);
            if (problem is not null)
            {
                await RefuseAsync(connection, Answer(heard, problem), options, cancellation);
                throw new ChannelException(
                    address, heard.Problem is null ? ChannelFault.Refused : ChannelFault.NotAPeer, problem);
            }

            return new Link(connection, heard.Greeting, options);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new ChannelException(
                address, ChannelFault.TimedOut, $"the peer said no hello within {options.HelloTimeout}", e);
        }
        catch (IOException e) when (e is not ChannelException)
        {
            throw new ChannelException(address, ChannelFault.Io, $"the connection failed: {FailureText.MessageOf(e)}", e);
        }
    }

    /// <summary>Greets as the accepting side. Null, once the peer knows why, if it is no peer for us.</summary>
    internal static async Task<Link?> AcceptAsync(
        Connection connection, ILinkHost host, bool busy, ChannelOptions options, CancellationToken cancellation)
    {
        CloseFrame answer;
        using var timeout = new CancellationTokenSource(options.HelloTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            var heard = await HearAsync(connection, either.Token);
            if (heard.Close is not null)
            {
                return null;
            }

            var problem = heard.Problem ?? Refuse(host, heard.Greeting, connection.Peer);
            if (problem is null && !busy)
            {
                await SayHelloAsync(connection, host.Greeting, either.Token);
                return new Link(connection, heard.Greeting, options);
            }

            answer = problem is null
                ? new(CloseCode.Busy, "as many links as there may be are open")
                : Answer(heard, problem);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            answer = new(CloseCode.TimedOut, $"no hello within {options.HelloTimeout}");
        }

        await RefuseAsync(connection, answer, options, cancellation);
        return null;
    }

    // Says why, then hears the peer out for a while, so that no reset destroys the words.
    private static async ValueTask RefuseAsync(
        Connection connection, CloseFrame answer, ChannelOptions options, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(options.CloseTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            await SayCloseAsync(connection, answer, either.Token);
            await connection.Output.CompleteAsync();
            ReadResult result;
            do
            {
                result = await connection.Input.ReadAsync(either.Token);
                connection.Input.AdvanceTo(result.Buffer.End);
            }
            while (!result.IsCompleted);
        }
        catch (IOException)
        {
            // It does not listen, so it will not know.
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            // Nor does one that neither reads nor ends.
        }
    }

    private static async ValueTask SayHelloAsync(
        Connection connection, ReadOnlyMemory<byte> greeting, CancellationToken cancellation)
    {
        if (greeting.Length > Hello.GreetingBytesMax)
        {
            throw new ArgumentException(
                $"A greeting of {greeting.Length} bytes is over the limit of {Hello.GreetingBytesMax}.");
        }

        var writer = new FrameWriter(0);
        writer.WriteHello(greeting.Span);
        await connection.Output.WriteAsync(writer.Written, cancellation);
        writer.Release();
    }

    private static async ValueTask SayCloseAsync(
        Connection connection, CloseFrame close, CancellationToken cancellation)
    {
        var writer = new FrameWriter(0);
        writer.WriteClose(close);
        await connection.Output.WriteAsync(writer.Written, cancellation);
        writer.Release();
    }

    /// <summary>Reads exactly one frame and leaves what follows it in the pipe.</summary>
    private static async ValueTask<Heard> HearAsync(Connection connection, CancellationToken cancellation)
    {
        var reader = new FrameReader(0);
        while (true)
        {
            var result = await connection.Input.ReadAsync(cancellation);
            var status = Read(reader, result.Buffer, out var consumed, out var frame);
            connection.Input.AdvanceTo(consumed);
            switch (status)
            {
                case FrameReadStatus.Frame:
                    return Interpret(frame);
                case FrameReadStatus.Bad:
                    return new(Problem: $"not a hello, but {Convert.ToHexString(reader.Prefix)} ({reader.Problem})");
                default:
                    if (result.IsCompleted)
                    {
                        throw new IOException($"it ended before a hello, after {reader.Position}", connection.Failure);
                    }

                    break;
            }
        }
    }

    private static FrameReadStatus Read(
        FrameReader reader, ReadOnlySequence<byte> buffer, out SequencePosition consumed, out Frame frame)
    {
        var taken = 0L;
        foreach (var segment in buffer)
        {
            var bytes = segment.Span;
            var status = reader.Read(ref bytes, out frame);
            taken += segment.Length - bytes.Length;
            if (status != FrameReadStatus.NeedMore)
            {
                consumed = buffer.GetPosition(taken);
                return status;
            }
        }

        frame = default;
        consumed = buffer.End;
        return FrameReadStatus.NeedMore;
    }

    private static Heard Interpret(Frame frame)
    {
        switch (frame.Kind)
        {
            case FrameKind.Hello:
                var problem = Hello.Read(frame.Body, out var greeting);
                return new(greeting, problem);
            case FrameKind.Close:
                problem = CloseFrame.Read(frame.Body.Span, out var close);
                return new(Problem: problem, Close: close);
            default:
                return new(Problem: $"a {frame.Kind} frame before the hello");
        }
    }

    private static string? Refuse(ILinkHost host, ReadOnlyMemory<byte> greeting, string peer)
    {
        try
        {
            return host.Refuse(greeting, peer);
        }
        catch (Exception)
        {
            // What failed is none of the peer's business.
            RuntimeMetrics.CallbackErrors.Add(1, "greeting");
            return "the check of the greeting failed";
        }
    }

    private static CloseFrame Answer(Heard heard, string problem) =>
        new(heard.Problem is null ? CloseCode.Refused : CloseCode.ProtocolError, problem);

    private static ChannelException Refusal(ChannelAddress address, CloseFrame close)
    {
        var fault = close.Code switch
        {
            CloseCode.Busy => ChannelFault.Busy,
            CloseCode.TimedOut => ChannelFault.TimedOut,
            CloseCode.ProtocolError => ChannelFault.NotAPeer,
            _ => ChannelFault.Refused,
        };
        return new(address, fault, $"the peer refused: {close.Text}");
    }

    /// <summary>The first frame of the peer: a greeting, a refusal, or what is wrong with it.</summary>
    private readonly record struct Heard(
        ReadOnlyMemory<byte> Greeting = default, string? Problem = null, CloseFrame? Close = null);
}
