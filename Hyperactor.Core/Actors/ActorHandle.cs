using Hyperactor.Actors;

namespace Hyperactor;

/// <summary>A handle to an actor in this process: messages go to it as they are, without serialization.</summary>
/// <typeparam name="TActor">The actor's class.</typeparam>
public sealed class ActorHandle<TActor>
    where TActor : Actor
{
    /// <summary>Sends a message that nobody waits for.</summary>
    public void Send<TMessage>(ICanSend from, OneWayHandler<TActor, TMessage> handler, TMessage message) => throw new NotImplementedException();

    /// <summary>Sends a request and waits for its outcome.</summary>
    public ValueTask<TReply> CallAsync<TMessage, TReply>(
        ICanCall from, CallHandler<TActor, TMessage, TReply> handler, TMessage message, CancellationToken cancellation = default) => throw new NotImplementedException();
}
