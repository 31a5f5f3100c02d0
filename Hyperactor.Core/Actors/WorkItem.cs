using Hyperactor.Messages;
using Hyperactor.Sync;
using Hyperactor.Telemetry;

namespace Hyperactor.Actors;

/// <summary>One message in an actor's queue, with the handler that it is for.</summary>
/// <typeparam name="TActor">The actor's class.</typeparam>
internal abstract class WorkItem<TActor>(ActorId sender, MessageHead? head) : LaneItem
    where TActor : Actor
{
    /// <summary>Who sent it.</summary>
    internal ActorId Sender => sender;

    /// <summary>What came beside it: its envelope or the head of that, or null if there is nothing.</summary>
    internal MessageHead? Head => head;

    /// <summary>Handles the message. What it throws fails the actor.</summary>
    internal abstract ValueTask RunAsync(TActor actor, Context context);

    /// <summary>The message will not be handled: its sender is told why.</summary>
    internal abstract void Discard(Instance owner, DeliveryFailure why);
}

/// <summary>A message that nobody waits for.</summary>
/// <typeparam name="TActor">The actor's class.</typeparam>
/// <typeparam name="TMessage">The message.</typeparam>
internal sealed class OneWayItem<TActor, TMessage>(
    OneWayHandler<TActor, TMessage> handler, TMessage message, ActorId sender, MessageHead? head)
    : WorkItem<TActor>(sender, head)
    where TActor : Actor
{
    internal override ValueTask RunAsync(TActor actor, Context context)
    {
        context.Begin(handler);
        return Head is Envelope { Ports.Count: > 0 } envelope
            ? RunWithPortsAsync(envelope, actor, context)
            : handler.HandleAsync(actor, context, message);
    }

    internal override void Discard(Instance owner, DeliveryFailure why)
    {
        if (Head is Envelope envelope)
        {
            owner.Host.Return(envelope, why);
            return;
        }

        RuntimeMetrics.CountReturned(why.Kind.ToTag());
        var port = MessageType<TMessage>.IsKnown ? MessageType<TMessage>.Codec.TypeHash : PortId.HandlerBit;
        owner.Host.Report(Sender, new(owner.Id.Port(port), typeof(TMessage).FullName ?? typeof(TMessage).Name, why));
    }

    /// <summary>A handler that throws will not reply any more: who waits at the ports of the message is told at once.</summary>
    private async ValueTask RunWithPortsAsync(Envelope carrier, TActor actor, Context context)
    {
        try
        {
            await handler.HandleAsync(actor, context, message);
        }
        catch (Exception e)
        {
            context.Instance.Host.Fault(carrier, Fault.Of(context.Self, e));
            throw;
        }
    }
}

/// <summary>A request; exactly one outcome goes back to the one who waits.</summary>
/// <typeparam name="TActor">The actor's class.</typeparam>
/// <typeparam name="TMessage">The request.</typeparam>
/// <typeparam name="TReply">The reply.</typeparam>
internal sealed class CallItem<TActor, TMessage, TReply>(
    CallHandler<TActor, TMessage, TReply> handler,
    TMessage message,
    ActorId sender,
    ReplyTarget<TReply> target,
    MessageHead? head)
    : WorkItem<TActor>(sender, head)
    where TActor : Actor
{
    internal override ValueTask RunAsync(TActor actor, Context context)
    {
        if (target.IsAbandoned)
        {
            RuntimeMetrics.Abandoned.Add(1);
            return default;
        }

        context.Begin(handler);

        ValueTask<TReply> reply;
        try
        {
            reply = handler.HandleAsync(actor, context, message);
        }
        catch (Exception e)
        {
            target.Fail(context.Self, e);
            if (e is CallFaultException)
            {
                context.Outcome = Outcomes.Refused;
                return default;
            }

            throw;
        }

        if (!reply.IsCompletedSuccessfully)
        {
            return Await(reply, context);
        }

        target.Set(context.Self, reply.Result);
        return default;
    }

    internal override void Discard(Instance owner, DeliveryFailure why)
    {
        RuntimeMetrics.CountReturned(why.Kind.ToTag());
        target.Fail(owner.Id, why);
    }

    private async ValueTask Await(ValueTask<TReply> reply, Context context)
    {
        try
        {
            target.Set(context.Self, await reply);
        }
        catch (CallFaultException e)
        {
            context.Outcome = Outcomes.Refused;
            target.Fail(context.Self, e);
        }
        catch (Exception e)
        {
            target.Fail(context.Self, e);
            throw;
        }
    }
}
