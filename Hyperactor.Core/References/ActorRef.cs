namespace Hyperactor;

/// <summary>
/// The address of an actor, wherever it is; may travel in messages. <typeparamref name="TActor"/> is the actor's class
/// or a protocol that it implements, and decides what may be sent.
/// </summary>
/// <typeparam name="TActor">The actor's class, or a protocol interface.</typeparam>
/// <param name="Id">The actor.</param>
public readonly record struct ActorRef<TActor>(ActorId Id)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Id}<{typeof(TActor).Name}>";
}

/// <summary>Sending to a reference. The generated clients call these; they are as good for explicit messages.</summary>
public static class ActorRefExtensions
{
    /// <summary>
    /// Sends <paramref name="message"/> one-way. Returns at once; what cannot be delivered comes back to
    /// <paramref name="from"/>.
    /// </summary>
    public static void Send<TActor, TMessage>(this ActorRef<TActor> actor, ICanSend from, TMessage message)
        where TActor : IHandles<TMessage>
    {
        ArgumentNullException.ThrowIfNull(from);
        from.SendToHandler(actor.Id, message);
    }

    /// <summary>Sends a request and waits for its outcome.</summary>
    /// <exception cref="CallException">
    /// The call ended without a reply: the callee failed, was not there, or its proc was lost.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled first.</exception>
    public static ValueTask<TReply> CallAsync<TActor, TMessage, TReply>(
        this ActorRef<TActor> actor, ICanCall from, TMessage message, CancellationToken cancellation = default)
        where TActor : IAnswers<TMessage, TReply>
    {
        ArgumentNullException.ThrowIfNull(from);
        return from.CallAsync<TMessage, TReply>(actor.Id, message, cancellation);
    }
}
