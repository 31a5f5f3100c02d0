using Hyperactor.Messages;
using Hyperactor.Sync;
using Hyperactor.Telemetry;

namespace Hyperactor.Actors;

/// <summary>The runtime of an actor, as far as it depends on its class: the queue of its messages.</summary>
/// <typeparam name="TActor">The actor's class.</typeparam>
internal abstract class TypedInstance<TActor>(ActorHost host, ActorId id, ActorInstance? parent, TActor actor)
    : ActorInstance(host, id, parent)
    where TActor : Actor
{
    private Lane _work;
    private int _counted;

    /// <summary>The user's object.</summary>
    internal TActor Actor => actor;

    /// <summary>Whether references reach a handler of the message with this number.</summary>
    internal abstract bool Exports(ulong message);

    private protected sealed override bool HasWork => !_work.IsEmpty;

    private protected sealed override Actor Untyped => actor;

    /// <summary>Queues a message, or sends it back if the actor takes no more.</summary>
    /// <param name="item">The message.</param>
    /// <param name="isSent">Whether it is sent here, over a handle, and not merely delivered.</param>
    internal void Post(WorkItem<TActor> item, bool isSent = false)
    {
        if (RuntimeMetrics.ObservesPosting)
        {
            CountPosted(isSent);
        }

        if (_work.TryPush(item))
        {
            Wake();
            return;
        }

        CountTaken();
        item.Discard(this, WhyEnded());
    }

    private protected sealed override void CloseWork() => _work.Close();

    private protected sealed override bool TryHandle(out ValueTask step)
    {
        if (_work.Pop() is not WorkItem<TActor> item)
        {
            step = default;
            return false;
        }

        CountTaken();
        Context.Handling(item.Sender, item.Head);
        step = item.RunAsync(actor, Context);
        return true;
    }

    private protected sealed override void DiscardWork(DeliveryFailure why)
    {
        while (_work.Pop() is WorkItem<TActor> item)
        {
            CountTaken();
            item.Discard(this, why);
        }
    }

    // Before the item can be taken, so that it is counted down after it was counted up.
    private void CountPosted(bool isSent)
    {
        if (isSent)
        {
            RuntimeMetrics.Sent.Add(1);
        }

        if (RuntimeMetrics.MailboxDepth.Enabled)
        {
            Interlocked.Increment(ref _counted);
            RuntimeMetrics.MailboxDepth.Add(1, TypeName);
        }
    }

    // Items that were queued while nobody listened were not counted up and are not counted down.
    private void CountTaken()
    {
        if (Volatile.Read(ref _counted) > 0)
        {
            Interlocked.Decrement(ref _counted);
            RuntimeMetrics.MailboxDepth.Add(-1, TypeName);
        }
    }
}

/// <summary>The same, with the generated dispatch.</summary>
/// <typeparam name="TActor">The actor's class.</typeparam>
internal sealed class DispatchingInstance<TActor>(ActorHost host, ActorId id, ActorInstance? parent, TActor actor)
    : TypedInstance<TActor>(host, id, parent, actor)
    where TActor : Actor, IActor<TActor>
{
    internal override string TypeName => TActor.Uri;

    internal override bool Exports(ulong message) => TActor.FindHandler(message) is not null;

    private protected override DeliveryFailure? DeliverToHandler(Envelope envelope)
    {
        var handler = TActor.FindHandler(envelope.Destination.Index);
        if (handler is null)
        {
            return new(DeliveryFailureKind.NoSuchPort, $"{TActor.Uri} does not handle {envelope.TypeName}.");
        }

        if (envelope.TypeHash != envelope.Destination.Index || handler.IsCall != (envelope.Kind == EnvelopeKind.Call))
        {
            return new(DeliveryFailureKind.WrongType, $"{TActor.Uri}.{handler.Name} is not for a {envelope.Kind} of {envelope.TypeName}.");
        }

        try
        {
            Post(handler.Open(Host, envelope));
            return null;
        }
        catch (MessageFormatException e)
        {
            return new(DeliveryFailureKind.Malformed, e.Message);
        }
    }
}
