namespace Hyperactor.Channels;

/// <summary>Accepts connections at one address until it is disposed. Accepted connections outlive it.</summary>
public abstract class Listener : IAsyncDisposable
{
    /// <summary>Where it listens, with the port or name that was chosen: what a peer dials.</summary>
    public abstract ChannelAddress Address { get; }

    /// <summary>The next connection, in the order they came. One caller at a time.</summary>
    /// <exception cref="ObjectDisposedException">The listener is disposed, before or while this waits.</exception>
    /// <exception cref="IOException">This one failed; the next call may do better.</exception>
    public abstract ValueTask<Connection> AcceptAsync(CancellationToken cancellation = default);

    /// <summary>Frees the address. Who was not accepted yet sees the connection end.</summary>
    public abstract ValueTask DisposeAsync();
}
