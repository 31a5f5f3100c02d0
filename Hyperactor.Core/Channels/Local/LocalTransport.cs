using System.Collections.Concurrent;
using System.Globalization;

namespace Hyperactor.Channels;

/// <summary>
/// Connections in memory, between users of this one object: it holds the names, so that two of them never meet.
/// </summary>
public sealed class LocalTransport : Transport
{
    private readonly ConcurrentDictionary<string, LocalListener> _listeners = new(StringComparer.Ordinal);
    private readonly ChannelOptions _options;
    private long _made;

    /// <summary>An empty one. Of the options only <see cref="ChannelOptions.ListenBacklog"/> counts here.</summary>
    public LocalTransport(ChannelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <inheritdoc/>
    public override ValueTask<Listener> ListenAsync(ChannelAddress address, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        ThrowIfNotLocal(address);
        while (true)
        {
            var concrete = address.IsAny ? MakeName() : address;
            var listener = new LocalListener(this, concrete, _options.ListenBacklog);
            if (_listeners.TryAdd(concrete.Name, listener))
            {
                return new(listener);
            }

            if (!address.IsAny)
            {
                throw new ChannelException(address, ChannelFault.AddressTaken, "somebody listens there already");
            }
        }
    }

    /// <inheritdoc/>
    public override ValueTask<Connection> DialAsync(ChannelAddress address, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        ThrowIfNotLocal(address);
        if (!_listeners.TryGetValue(address.Name, out var listener))
        {
            throw new ChannelException(address, ChannelFault.NobodyListens, "nobody listens there");
        }

        return new(listener.Connect());
    }

    internal void Remove(LocalListener listener) => _listeners.TryRemove(new(listener.Address.Name, listener));

    private ChannelAddress MakeName() =>
        ChannelAddress.Local(Interlocked.Increment(ref _made).ToString(CultureInfo.InvariantCulture));

    private static void ThrowIfNotLocal(ChannelAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.Kind != ChannelKind.Local)
        {
            throw new ChannelException(address, ChannelFault.Unsupported, "memory carries local addresses alone");
        }
    }
}
