using System.Net.Sockets;

namespace Hyperactor.Channels;

/// <summary>A listening socket. Closing it removes its socket file.</summary>
internal sealed class SocketListener(Socket socket, ChannelAddress address) : Listener
{
    private long _accepted;
    private volatile bool _disposed;

    public override ChannelAddress Address => address;

    public override async ValueTask<Connection> AcceptAsync(CancellationToken cancellation = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        try
        {
            return Start(await socket.AcceptAsync(cancellation));
        }
        catch (Exception e) when (_disposed && e is SocketException or ObjectDisposedException)
        {
            throw new ObjectDisposedException(address.ToString(), e);
        }
        catch (SocketException e)
        {
            throw new ChannelException(
                address, ChannelFault.Io, $"cannot accept ({e.SocketErrorCode}): {e.Message}", e);
        }
    }

    public override ValueTask DisposeAsync()
    {
        _disposed = true;
        socket.Dispose();
        return default;
    }

    private SocketConnection Start(Socket accepted)
    {
        try
        {
            return SocketConnection.Start(accepted, NameOf(accepted));
        }
        catch
        {
            // It was reset before we could look at it.
            accepted.Dispose();
            throw;
        }
    }

    // The caller of a unix socket has no address, so callers are counted.
    private string NameOf(Socket accepted) => address.Kind == ChannelKind.Tcp
        ? $"tcp:{accepted.RemoteEndPoint}"
        : $"{address}#{Interlocked.Increment(ref _accepted)}";
}
