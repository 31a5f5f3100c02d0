namespace Hyperactor;

/// <summary>The receiving end of a port that takes one message. Dispose it if nobody waits for the message any more.</summary>
/// <typeparam name="T">What the port takes.</typeparam>
public sealed class OncePortReceiver<T> : IDisposable
{
    private readonly Mailboxes.OncePort<T> _port;

    internal OncePortReceiver(Mailboxes.OncePort<T> port) => _port = port;

    /// <summary>The address of the port, to be sent to others.</summary>
    public OncePortRef<T> Ref => new(_port.Id);

    /// <summary>Waits for the message; may be called once.</summary>
    /// <exception cref="CallException">None will come: the port was closed, or what should have replied is lost.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled; the port is closed.</exception>
    public ValueTask<T> ReceiveAsync(CancellationToken cancellation = default)
    {
        _port.Reply.CancelWith(cancellation);
        return _port.Reply.Task;
    }

    /// <summary>Closes the port.</summary>
    public void Dispose() => _port.Close(new(DeliveryFailureKind.NoSuchPort, "The receiver was disposed."));
}
