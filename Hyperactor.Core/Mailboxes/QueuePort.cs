using System.Threading.Channels;
using Hyperactor.Messages;

namespace Hyperactor.Mailboxes;

/// <summary>A port that queues what comes for its receiver.</summary>
/// <typeparam name="T">What it takes.</typeparam>
internal sealed class QueuePort<T>(Mailbox mailbox, int? capacity = null) : Port
{
    private readonly Channel<T> _queue = capacity is { } limit
        ? Channel.CreateBounded<T>(new BoundedChannelOptions(limit) { FullMode = BoundedChannelFullMode.DropOldest })
        : Channel.CreateUnbounded<T>(new() { SingleReader = true });

    private PortId? _id;

    /// <summary>The messages that came.</summary>
    internal ChannelReader<T> Messages => _queue.Reader;

    /// <summary>The address, under which others may send to it from now on.</summary>
    internal PortId Bind()
    {
        lock (_queue)
        {
            _ = MessageType<T>.Codec;
            return _id ??= mailbox.Open(this);
        }
    }

    /// <summary>Takes a message that is at hand; false if the port is closed.</summary>
    internal bool TryPost(T message) => _queue.Writer.TryWrite(message);

    internal override DeliveryFailure? Deliver(ulong index, Envelope envelope)
    {
        if (TryOpen<T>(envelope, out var value) is { } failure)
        {
            return failure;
        }

        return TryPost(value) ? null : new(DeliveryFailureKind.NoSuchPort, $"Port {envelope.Destination} is closed.");
    }

    internal override void Close(DeliveryFailure why)
    {
        _queue.Writer.TryComplete(new PortClosedException(why.Detail));
        if (_id is { } id)
        {
            mailbox.Remove(id.Index);
        }
    }
}
