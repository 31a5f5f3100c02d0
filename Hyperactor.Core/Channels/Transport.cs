namespace Hyperactor.Channels;

/// <summary>
/// A way to move bytes: sockets, memory, or a simulated network. This is the seam below which nothing knows frames,
/// and above which nothing knows sockets. Implementations are safe for concurrent use.
/// </summary>
public abstract class Transport
{
    /// <summary>Starts to listen. Connections that come in wait until they are accepted.</summary>
    /// <exception cref="ChannelException">The address cannot be listened at; the message says why.</exception>
    public abstract ValueTask<Listener> ListenAsync(ChannelAddress address, CancellationToken cancellation = default);

    /// <summary>Connects to whoever listens at the address.</summary>
    /// <exception cref="ChannelException">No connection came about; the message says why.</exception>
    public abstract ValueTask<Connection> DialAsync(ChannelAddress address, CancellationToken cancellation = default);
}
