using Hyperactor.Mailboxes;
using Hyperactor.Messages;

namespace Hyperactor.Actors;

/// <summary>Where the outcome of a call goes.</summary>
/// <typeparam name="TReply">The reply.</typeparam>
internal abstract class ReplyTarget<TReply>
{
    /// <summary>Whether nobody waits any more.</summary>
    internal virtual bool IsAbandoned => false;

    /// <summary>Gives the reply.</summary>
    internal abstract void Set(ActorId callee, TReply reply);

    /// <summary>Tells that the handler threw.</summary>
    internal abstract void Fail(ActorId callee, Exception exception);

    /// <summary>Tells that the request will not be handled.</summary>
    internal abstract void Fail(ActorId callee, DeliveryFailure why);
}

/// <summary>The caller is in this process and called over a handle.</summary>
/// <typeparam name="TReply">The reply.</typeparam>
internal sealed class LocalReply<TReply> : ReplyTarget<TReply>
{
    /// <summary>What the caller waits for.</summary>
    internal PendingReply<TReply> Pending { get; } = new();

    internal override bool IsAbandoned => Pending.IsCompleted;

    internal override void Set(ActorId callee, TReply reply) => Pending.TrySet(reply);

    internal override void Fail(ActorId callee, Exception exception) =>
        Pending.TryFail(Fault.Of(callee, exception).ToException());

    internal override void Fail(ActorId callee, DeliveryFailure why) =>
        Pending.TryFail(new UndeliveredCallException(callee, why));
}

/// <summary>The caller waits at a port.</summary>
/// <typeparam name="TReply">The reply.</typeparam>
internal sealed class PortReply<TReply>(ActorHost host, PortEntry port) : ReplyTarget<TReply>
{
    internal override void Set(ActorId callee, TReply reply)
    {
        Envelope envelope;
        try
        {
            envelope = Envelope.Of(EnvelopeKind.Reply, callee, port.Port, reply);
        }
        catch (Exception e)
        {
            // A reply that cannot be written costs this call, not the actor.
            Fail(callee, e);
            return;
        }

        host.Post(envelope);
    }

    internal override void Fail(ActorId callee, Exception exception) => Post(callee, Fault.Of(callee, exception));

    internal override void Fail(ActorId callee, DeliveryFailure why) => Post(callee, Fault.Of(callee, why));

    private void Post(ActorId callee, Fault fault) =>
        host.Post(Envelope.Of(EnvelopeKind.Fault, callee, port.Port, fault));
}
