namespace Hyperactor.Channels;

/// <summary>Hands each address to the transport of its kind.</summary>
public sealed class Transports : Transport
{
    private readonly Dictionary<ChannelKind, Transport> _byKind;

    /// <summary>Sockets for <c>tcp</c> and <c>unix</c>, and memory of its own for <c>local</c>.</summary>
    public Transports(ChannelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var sockets = new SocketTransport(options);
        _byKind = new()
        {
            [ChannelKind.Tcp] = sockets,
            [ChannelKind.Unix] = sockets,
            [ChannelKind.Local] = new LocalTransport(options),
        };
    }

    /// <summary>
    /// These transports and no others: for simulations, and to share one <see cref="LocalTransport"/>.
    /// </summary>
    public Transports(IReadOnlyDictionary<ChannelKind, Transport> byKind)
    {
        ArgumentNullException.ThrowIfNull(byKind);
        _byKind = new(byKind);
    }

    /// <inheritdoc/>
    public override ValueTask<Listener> ListenAsync(ChannelAddress address, CancellationToken cancellation = default) =>
        For(address).ListenAsync(address, cancellation);

    /// <inheritdoc/>
    public override ValueTask<Connection> DialAsync(ChannelAddress address, CancellationToken cancellation = default) =>
        For(address).DialAsync(address, cancellation);

    private Transport For(ChannelAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return _byKind.TryGetValue(address.Kind, out var transport)
            ? transport
            : throw new ChannelException(address, ChannelFault.Unsupported, "no transport here carries this kind");
    }
}
