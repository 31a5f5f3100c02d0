using System.Threading.Channels;

namespace Hyperactor.Channels;

/// <summary>The queue of connections that somebody dialled and nobody accepted yet.</summary>
internal sealed class LocalListener(LocalTransport owner, ChannelAddress address, int backlog) : Listener
{
    private readonly Channel<Connection> _waiting = Channel.CreateBounded<Connection>(backlog);
    private long _accepted;

    public override ChannelAddress Address => address;

    public override async ValueTask<Connection> AcceptAsync(CancellationToken cancellation = default)
    {
        try
        {
            return await _waiting.Reader.ReadAsync(cancellation);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(address.ToString());
        }
    }

    internal Connection Connect()
    {
        var (here, there) = LocalConnection.CreatePair(
            address.ToString(), $"{address}#{Interlocked.Increment(ref _accepted)}");
        if (_waiting.Writer.TryWrite(there))
        {
            return here;
        }

        throw _waiting.Reader.Completion.IsCompleted
            ? new ChannelException(address, ChannelFault.NobodyListens, "nobody listens there any more")
            : new ChannelException(address, ChannelFault.Busy, $"{backlog} connections wait there to be accepted");
    }

    public override async ValueTask DisposeAsync()
    {
        owner.Remove(this);
        _waiting.Writer.TryComplete();
        while (_waiting.Reader.TryRead(out var connection))
        {
            await connection.DisposeAsync();
        }
    }
}
