using System.IO.Pipelines;
using System.Net.Sockets;

namespace Hyperactor.Channels;

/// <summary>A socket as two pipes: one loop receives, one sends, and disposing stops both.</summary>
internal sealed class SocketConnection : Connection
{
    // Keepalive notices a machine that went away without a word: first probe, then every interval, so many times.
    private const int KeepAliveIdleSeconds = 30;
    private const int KeepAliveIntervalSeconds = 10;
    private const int KeepAliveProbes = 3;

    private readonly Socket _socket;
    private readonly Pipe _received = new(PipeLimits.Inline());
    private readonly Pipe _toSend = new(PipeLimits.Inline());
    private Task _receiving = Task.CompletedTask;
    private Task _sending = Task.CompletedTask;
    private Exception? _failure;

    private SocketConnection(Socket socket, string peer)
    {
        _socket = socket;
        Peer = peer;
    }

    public override PipeReader Input => _received.Reader;

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
        connection._receiving = connection.ReceiveAsync();
        connection._sending = connection.SendAsync();
        return connection;
    }

    public override async ValueTask DisposeAsync()
    {
        // Wakes a loop that waits for the socket, then one that waits for its pipe.
        _socket.Dispose();
        await _received.Reader.CompleteAsync();
        await _toSend.Writer.CompleteAsync();
        await _receiving;
        await _sending;
    }

    private async Task ReceiveAsync()
    {
        var writer = _received.Writer;
        try
        {
            while (true)
            {
                var count = await _socket.ReceiveAsync(writer.GetMemory(PipeLimits.SegmentBytes / 2), SocketFlags.None);
                if (count == 0)
                {
                    break;
                }

                writer.Advance(count);
                if ((await writer.FlushAsync()).IsCompleted)
                {
                    break;
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            Interlocked.CompareExchange(ref _failure, e, null);
        }

        await writer.CompleteAsync();
    }

    private async Task SendAsync()
    {
        var reader = _toSend.Reader;
        try
        {
            while (true)
            {
                var result = await reader.ReadAsync();
                foreach (var segment in result.Buffer)
                {
                    await SendAllAsync(segment);
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
            Interlocked.CompareExchange(ref _failure, e, null);
        }

        await reader.CompleteAsync();
    }

    private async ValueTask SendAllAsync(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[await _socket.SendAsync(bytes, SocketFlags.None)..];
        }
    }
}
