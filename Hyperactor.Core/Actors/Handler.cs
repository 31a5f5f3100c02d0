using Hyperactor.Messages;
using Hyperactor.Telemetry;

namespace Hyperactor.Actors;

/// <summary>One entry of an actor's dispatch: which message, and how it is handled. Its subclasses are generated.</summary>
/// <typeparam name="TActor">The actor's class.</typeparam>
public abstract class Handler<TActor>
    where TActor : Actor
{
    private protected Handler(string name) => Name = name;

    /// <summary>The handler's name, as in clients.</summary>
    public string Name { get; }

    /// <summary>The type of the message.</summary>
    public abstract Type MessageType { get; }

    /// <summary>The handler's name.</summary>
    public sealed override string ToString() => Name;

    /// <summary>Whether senders wait for an outcome.</summary>
    internal abstract bool IsCall { get; }

    /// <summary>Reads the message of an envelope into a work item.</summary>
    /// <exception cref="MessageFormatException">It is not such a message.</exception>
    internal abstract WorkItem<TActor> Open(ActorHost host, Envelope envelope);
}

/// <summary>Handles a message that nobody waits for.</summary>
/// <typeparam name="TActor">The actor's class.</typeparam>
/// <typeparam name="TMessage">The message.</typeparam>
/// <param name="name">The handler's name, as in clients.</param>
public abstract class OneWayHandler<TActor, TMessage>(string name) : Handler<TActor>(name)
    where TActor : Actor
{
    /// <inheritdoc/>
    public sealed override Type MessageType => typeof(TMessage);

    internal sealed override bool IsCall => false;

    /// <summary>Calls the user's method. The actor handles nothing else until the task is complete.</summary>
    public abstract ValueTask HandleAsync(TActor actor, Context context, TMessage message);

    internal sealed override WorkItem<TActor> Open(ActorHost host, Envelope envelope) =>
        new OneWayItem<TActor, TMessage>(this, envelope.OpenForHandler<TMessage>(), envelope.Sender, envelope);
}

/// <summary>Handles a message whose sender waits for the reply.</summary>
/// <typeparam name="TActor">The actor's class.</typeparam>
/// <typeparam name="TMessage">The request.</typeparam>
/// <typeparam name="TReply">The reply; <see cref="Unit"/> for a call that is only acknowledged.</typeparam>
/// <param name="name">The handler's name, as in clients.</param>
public abstract class CallHandler<TActor, TMessage, TReply>(string name) : Handler<TActor>(name)
    where TActor : Actor
{
    /// <inheritdoc/>
    public sealed override Type MessageType => typeof(TMessage);

    internal sealed override bool IsCall => true;

    /// <summary>Calls the user's method. The actor handles nothing else until the task is complete.</summary>
    public abstract ValueTask<TReply> HandleAsync(TActor actor, Context context, TMessage message);

    /// <summary>
    /// Handles a message that came as a value, such as the case of a union, and replies through the port that it holds. If
    /// the handler throws, whoever waits at the port is told.
    /// </summary>
    /// <param name="actor">The actor.</param>
    /// <param name="context">Its context.</param>
    /// <param name="message">The message.</param>
    /// <param name="reply">The port of the message; if it names nothing, nobody waits.</param>
    public async ValueTask AnswerAsync(TActor actor, Context context, TMessage message, OncePortRef<TReply> reply)
    {
        ArgumentNullException.ThrowIfNull(context);
        var target = reply.Id == default
            ? null
            : new PortReply<TReply>(context.Instance.Host, new(reply.Id, reply.Reducer));
        try
        {
            var value = await HandleAsync(actor, context, message);
            target?.Set(context.Self, value);
        }
        catch (CallFaultException e)
        {
            context.Outcome = Outcomes.Refused;
            target?.Fail(context.Self, e);
        }
        catch (Exception e)
        {
            target?.Fail(context.Self, e);
            throw;
        }
    }

    internal sealed override WorkItem<TActor> Open(ActorHost host, Envelope envelope) =>
        new CallItem<TActor, TMessage, TReply>(
            this,
            envelope.OpenForHandler<TMessage>(),
            envelope.Sender,
            new PortReply<TReply>(host, envelope.Ports[0]),
            envelope.Detach());
}
