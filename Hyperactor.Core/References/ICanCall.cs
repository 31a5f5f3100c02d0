namespace Hyperactor;

/// <summary>The right to call: to send, and to wait at a port of one's own for the reply.</summary>
public interface ICanCall : ICanSend
{
    /// <summary>Sends a request and waits for the reply or for what became of the request.</summary>
    internal ValueTask<TReply> CallAsync<TMessage, TReply>(
        ActorId destination, TMessage message, CancellationToken cancellation);
}
