namespace Hyperactor;

/// <summary>What a handler may do.</summary>
public abstract class Context : ICanCall
{
    /// <inheritdoc/>
    public abstract ActorId Self { get; }

    /// <summary>Cancelled when the actor must give up what it is doing: on a kill, and at the deadline of a stop.</summary>
    public abstract CancellationToken Stopping { get; }

    void ICanSend.SendToPort<TMessage>(PortId destination, TMessage message) => throw new NotImplementedException();

    void ICanSend.SendToHandler<TMessage>(ActorId destination, TMessage message) => throw new NotImplementedException();

    ValueTask<TReply> ICanCall.CallAsync<TMessage, TReply>(ActorId destination, TMessage message, CancellationToken cancellation) => throw new NotImplementedException();
}
