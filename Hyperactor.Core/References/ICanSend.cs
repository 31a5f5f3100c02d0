namespace Hyperactor;

/// <summary>
/// The right to send: who holds it is the sender, and gets back what could not be delivered. Contexts and clients
/// have it; only the runtime grants it.
/// </summary>
public interface ICanSend
{
    /// <summary>The sender's own id.</summary>
    ActorId Self { get; }

    /// <summary>Sends to an opened port; what goes wrong comes back to the sender.</summary>
    internal void SendToPort<TMessage>(PortId destination, TMessage message);

    /// <summary>Sends to the handler of this type of message; what goes wrong comes back to the sender.</summary>
    internal void SendToHandler<TMessage>(ActorId destination, TMessage message);
}
