using System.IO.Pipelines;
using System.Net.Sockets;

namespace Hyperactor.Channels;

/// <summary>
/// A socket: who reads receives, and a loop sends what is in the pipe and, in its turn, memory from where it lies. Disposing
/// stops both.
/// </summary>
internal sealed class SocketConnection : Connection
{
    // Keepalive notices a machine that went away without a word: first probe, then every interval, so many times.
    private const int KeepAliveIdleSeconds = 30;
    private const int KeepAliveIntervalSeconds = 10;
    private const int KeepAliveProbes = 3;

    // Stands where a send could wait, once nothing is sent any more.
    private static readonly PendingSend Ended = new(default, default);

    private readonly Socket _socket;
    private readonly SocketInput _received;
    private readonly Pipe _toSend = new(PipeLimits.Inline());
    private Task _sending = Task.CompletedTask;
    private PendingSend? _pending;
    private Exception? _failure;

    private SocketConnection(Socket socket, string peer)
    {
        _socket = socket;
        _received = new(socket, Fail);
        Input = PipeReader.Create(_received, PipeLimits.Receiving());
        Peer = peer;
    }

    public override PipeReader Input { get; }

    public override PipeWriter Output => _toSend.Writer;

    public override string Peer { get; }

    public override Exception? Failure => Volatile.Read(ref _failure);

    internal static SocketConnection Start(Socket socket, string peer)
    {
        if (socket.ProtocolType == ProtocolType.Tcp)
        {
            socket.NoDelay = true;
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAliveIdleSeconds);
            socket.SetSocketOption(
                SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveIntervalSeconds);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, KeepAliveProbes);
        }

        var connection = new SocketConnection(socket, peer);
        connection._sending = connection.SendAsync();
        return connection;
    }

    /// <inheritdoc/>
    public override ValueTask<bool> SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation = default)
    {
        var send = new PendingSend(bytes, cancellation);
        if (Interlocked.CompareExchange(ref _pending, send, null) is { } other)
        {
            return other == Ended
                ? new(false)
                : throw new InvalidOperationException("Something is being sent, and the next must wait for it.");
        }

        // The loop may be waiting for the pipe.
        _toSend.Reader.CancelPendingRead();
        return new(send.Task);
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellation = default)
    {
        if (Input.TryRead(out var result))
        {
            var count = Take(result.Buffer, buffer);
            if (count > 0 || result.IsCompleted || result.IsCanceled)
            {
                return count;
            }
        }

        try
        {
            return await _received.ReadAsync(buffer, cancellation);
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        // Wakes who waits for the socket, then the loop if it waits for its pipe. Who reads completes Input himself: nobody
        // else can know when he has done with it.
        _socket.Dispose();
        await _toSend.Writer.CompleteAsync();
        await _sending;
    }

    private async Task SendAsync()
    {
        var reader = _toSend.Reader;
        try
        {
            while (true)
            {
                // In this order: what was flushed before the memory came is in the pipe by now, and goes first.
                var pending = Volatile.Read(ref _pending);
                ReadResult result;
                if (pending is null)
                {
                    result = await reader.ReadAsync();
                }
                else if (!reader.TryRead(out result))
                {
                    if (!await SendAsync(pending))
                    {
                        break;
                    }

                    continue;
                }

                foreach (var segment in result.Buffer)
                {
                    await SendAllAsync(segment, default);
                }

                reader.AdvanceTo(result.Buffer.End);
                if (result.IsCompleted)
                {
                    _socket.Shutdown(SocketShutdown.Send);
                    break;
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The receiving side learns why and how; it may still hold the peer's last words.
            Fail(e);
        }

        await reader.CompleteAsync();
        Interlocked.Exchange(ref _pending, Ended)?.TrySetResult(false);
    }

    // Whether anything may follow: nothing may behind a part of the bytes.
    private async ValueTask<bool> SendAsync(PendingSend send)
    {
        if (!send.TryStart())
        {
            return false;
        }

        try
        {
            await SendAllAsync(send.Bytes, send.Cancellation);
        }
        catch (Exception e)
        {
            // Memory that is not an array's may throw anything when it is read, and costs the connection.
            if (e is not OperationCanceledException)
            {
                Fail(e);
            }

            return false;
        }

        Volatile.Write(ref _pending, null);
        send.SetResult(true);
        return true;
    }

    private async ValueTask SendAllAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[await _socket.SendAsync(bytes, SocketFlags.None, cancellation)..];
        }
    }

    private void Fail(Exception e) => Interlocked.CompareExchange(ref _failure, e, null);
}
