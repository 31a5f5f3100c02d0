using Hyperactor.Mailboxes;
using Hyperactor.Telemetry;

namespace Hyperactor;

/// <summary>The sending end of a port in this process: messages go in as they are, without serialization.</summary>
/// <typeparam name="T">What the port takes.</typeparam>
public sealed class PortHandle<T>
{
    private readonly QueuePort<T> _port;

    internal PortHandle(QueuePort<T> port) => _port = port;

    /// <summary>Sends a message.</summary>
    /// <exception cref="PortClosedException">The receiver is gone.</exception>
    public void Send(T message)
    {
        if (!_port.TryPost(message))
        {
            throw new PortClosedException("The receiver of the port is gone.");
        }

        RuntimeMetrics.CountSent();
        RuntimeMetrics.CountDelivered();
    }

    /// <summary>The address of the port, to be sent to others; always the same one.</summary>
    /// <exception cref="UnknownMessageTypeException"><typeparamref name="T"/> cannot be sent: it has no codec.</exception>
    public PortRef<T> Bind() => new(_port.Bind());
}
