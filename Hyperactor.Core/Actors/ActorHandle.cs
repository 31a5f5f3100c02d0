using Hyperactor.Actors;
using Hyperactor.Messages;

namespace Hyperactor;

/// <summary>
/// A handle to an actor in this process: messages go to it as they are, without serialization. Losing the handle does
/// not stop the actor.
/// </summary>
/// <typeparam name="TActor">The actor's class.</typeparam>
public sealed class ActorHandle<TActor>
    where TActor : Actor
{
    private readonly TypedInstance<TActor> _instance;

    internal ActorHandle(TypedInstance<TActor> instance) => _instance = instance;

    /// <summary>The actor's id.</summary>
    public ActorId Id => _instance.Id;

    /// <summary>What the actor does right now.</summary>
    public ActorStatus Status => _instance.Status;

    /// <summary>Completes with the final status, when the actor and all its children have ended.</summary>
    public Task<ActorStatus> Completion => _instance.Completion;

    /// <summary>The actor's address, with all that its class exports.</summary>
    public ActorRef<TActor> Bind() => new(Id);

    /// <summary>
    /// The actor's address as a protocol that it exports, or as an alias all of whose messages it handles. The compiler
    /// refuses a protocol that the actor's class does not keep (HYP1009); in generic code it is checked here.
    /// </summary>
    /// <typeparam name="TProtocol">
    /// A protocol or an alias, which the actor need not know of; or the actor's class or a base of it.
    /// </typeparam>
    /// <exception cref="ArgumentException">The actor does not handle all that it promises.</exception>
    public ActorRef<TProtocol> Bind<TProtocol>()
    {
        if (ProtocolType<TProtocol>.Messages is not { } messages)
        {
            return _instance.Actor is TProtocol ? new(Id) : throw Misbound<TProtocol>("which is none");
        }

        foreach (var message in messages)
        {
            if (!_instance.Exports(message))
            {
                var name = TypeCatalog.TryFind(message, out var codec) ? codec.TypeUri : $"message {message:X16}";
                throw Misbound<TProtocol>($"which does not export a handler of {name}");
            }
        }

        return new(Id);
    }

    /// <summary>Asks the actor to stop; <see cref="Completion"/> tells when it has.</summary>
    /// <param name="reason">Why, for its final status.</param>
    /// <param name="mode">How. A later call may make it more urgent.</param>
    public void Stop(string reason = "asked to stop", StopMode mode = StopMode.Drain) => _instance.Stop(mode, reason);

    /// <summary>Sends a message that nobody waits for; what cannot be handled comes back to <paramref name="from"/>.</summary>
    /// <param name="from">Who sends.</param>
    /// <param name="handler">The entry of the actor's dispatch table.</param>
    /// <param name="message">The message.</param>
    /// <param name="headers">What the message carries beside itself; copied, and read by <see cref="Context.Headers"/>.</param>
    public void Send<TMessage>(
        ICanSend from, OneWayHandler<TActor, TMessage> handler, TMessage message, Attrs? headers = null)
    {
        ArgumentNullException.ThrowIfNull(from);
        var head = MessageHead.Outgoing((from as Context)?.TraceAtHand, headers);
        _instance.Post(new OneWayItem<TActor, TMessage>(handler, message, from.Self, head), isSent: true);
    }

    /// <summary>Sends a request and waits for its outcome.</summary>
    /// <exception cref="CallException">The actor failed the call, or ended before it handled it.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled first.</exception>
    /// <exception cref="SelfCallException">An actor called itself.</exception>
    public ValueTask<TReply> CallAsync<TMessage, TReply>(
        ICanCall from,
        CallHandler<TActor, TMessage, TReply> handler,
        TMessage message,
        CancellationToken cancellation = default) =>
        CallAsync(from, handler, message, null, cancellation);

    /// <summary>Sends a request with headers and waits for its outcome.</summary>
    /// <inheritdoc cref="CallAsync{TMessage,TReply}(ICanCall,CallHandler{TActor,TMessage,TReply},TMessage,CancellationToken)"/>
    public ValueTask<TReply> CallAsync<TMessage, TReply>(
        ICanCall from,
        CallHandler<TActor, TMessage, TReply> handler,
        TMessage message,
        Attrs? headers,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(from);
        if (from.Self == Id)
        {
            throw new SelfCallException(Id);
        }

        var head = MessageHead.Outgoing((from as Context)?.TraceAtHand, headers);
        var reply = new LocalReply<TReply>();
        reply.Pending.CancelWith(cancellation);
        _instance.Post(new CallItem<TActor, TMessage, TReply>(handler, message, from.Self, reply, head), isSent: true);
        return reply.Pending.Task;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Id}<{typeof(TActor).Name}>";

    private ArgumentException Misbound<TProtocol>(string why) => new(
        $"{Id} cannot be bound as {typeof(TProtocol).Name}: it is a {typeof(TActor).Name}, {why}.");
}
