using Hyperactor.Mailboxes;
using Hyperactor.Messages;
using Hyperactor.Telemetry;

namespace Hyperactor.Actors;

/// <summary>
/// One addressable participant of a proc, an actor or a client: its id and its mailbox, and the right to send as it.
/// </summary>
internal abstract class Instance(ActorHost host, ActorId id) : ICanCall
{
    private Mailbox? _mailbox;

    /// <summary>The participant's id.</summary>
    internal ActorId Id { get; } = id;

    /// <summary>The proc that it lives in.</summary>
    internal ActorHost Host { get; } = host;

    /// <summary>Its opened ports; made when the first one is opened.</summary>
    internal Mailbox Mailbox
    {
        get
        {
            if (Volatile.Read(ref _mailbox) is { } mailbox)
            {
                return mailbox;
            }

            var made = new Mailbox(Id);
            return Interlocked.CompareExchange(ref _mailbox, made, null) ?? made;
        }
    }

    /// <summary>The trace of the message that it is handling; null for one that handles none.</summary>
    internal virtual TraceContext? TraceAtHand => null;

    /// <inheritdoc/>
    ActorId ICanSend.Self => Id;

    /// <summary>The participant that a capability was granted to.</summary>
    internal static Instance Of(ICanSend from) => from switch
    {
        Context context => context.Instance,
        Client client => client.Instance,
        Instance instance => instance,
        _ => throw new ArgumentException("Only contexts and clients can send.", nameof(from)),
    };

    /// <summary>Takes an envelope that is for this participant, or tells why not.</summary>
    internal DeliveryFailure? Deliver(Envelope envelope)
    {
        if (envelope.Kind == EnvelopeKind.Returned)
        {
            return DeliverReturned(envelope);
        }

        return envelope.Destination.IsHandler ? DeliverToHandler(envelope) : DeliverToPort(envelope);
    }

    /// <summary>Tells the ports that wait for a proc that it is lost.</summary>
    internal void OnProcLost(ProcId lost, DeliveryFailure why) => Volatile.Read(ref _mailbox)?.OnProcLost(lost, why);

    void ICanSend.SendToPort<TMessage>(PortId destination, TMessage message) => SendToPort(destination, message, null);

    void ICanSend.SendToHandler<TMessage>(ActorId destination, TMessage message) =>
        SendToHandler(destination, message, null);

    ValueTask<TReply> ICanCall.CallAsync<TMessage, TReply>(
        ActorId destination, TMessage message, CancellationToken cancellation) =>
        CallAsync<TMessage, TReply>(destination, message, null, cancellation);

    /// <summary>Sends to an opened port.</summary>
    internal void SendToPort<TMessage>(PortId destination, TMessage message, Attrs? headers)
    {
        var head = MessageHead.Travelling(TraceAtHand, headers);
        var envelope = Envelope.Of(EnvelopeKind.Message, Id, destination, message, head: head);
        RuntimeMetrics.CountSent();
        Host.Post(envelope);
    }

    /// <summary>Sends to the handler of this type of message.</summary>
    internal void SendToHandler<TMessage>(ActorId destination, TMessage message, Attrs? headers) =>
        SendToPort(destination.Port(MessageType<TMessage>.Codec.TypeHash), message, headers);

    /// <summary>Calls an actor over its address.</summary>
    internal ValueTask<TReply> CallAsync<TMessage, TReply>(
        ActorId destination, TMessage message, Attrs? headers, CancellationToken cancellation)
    {
        if (destination == Id)
        {
            throw new SelfCallException(Id);
        }

        cancellation.ThrowIfCancellationRequested();
        var port = new OncePort<TReply>(Mailbox, waitsFor: destination.Proc);
        try
        {
            var request = Envelope.Of(
                EnvelopeKind.Call,
                Id,
                destination.Port(MessageType<TMessage>.Codec.TypeHash),
                message,
                new PortEntry(port.Id, null),
                MessageHead.Travelling(TraceAtHand, headers));
            port.ExpireAfter(Host.Limits.CallDeadline, Host.Time, () => new UndeliveredCallException(
                destination, new(DeliveryFailureKind.Expired, $"No reply within {Host.Limits.CallDeadline}.")));
            port.Reply.CancelWith(cancellation);
            RuntimeMetrics.CountSent();
            Host.Post(request);
        }
        catch
        {
            Mailbox.Remove(port.Id.Index);
            throw;
        }

        return port.Reply.Task;
    }

    /// <summary>Opens a port that queues.</summary>
    internal (PortHandle<T> Handle, PortReceiver<T> Receiver) OpenPort<T>()
    {
        var port = new QueuePort<T>(Mailbox);
        return (new(port), new(port));
    }

    /// <summary>Opens a port that takes one message.</summary>
    internal OncePortReceiver<T> OpenOncePort<T>() => new(new OncePort<T>(Mailbox));

    /// <summary>The proc is disposed: a participant without a loop ends here and now.</summary>
    internal virtual void OnProcDisposed()
    {
    }

    /// <summary>Closes the mailbox.</summary>
    private protected void CloseMailbox(DeliveryFailure why) => Mailbox.Close(why);

    /// <summary>Takes an envelope for a handler's port, or tells why not.</summary>
    private protected abstract DeliveryFailure? DeliverToHandler(Envelope envelope);

    /// <summary>A message of this participant came back.</summary>
    private protected abstract void OnReturned(Undeliverable undeliverable);

    private DeliveryFailure? DeliverToPort(Envelope envelope)
    {
        if (Volatile.Read(ref _mailbox) is not { } mailbox)
        {
            return new(DeliveryFailureKind.NoSuchPort, $"Port {envelope.Destination} was never opened.");
        }

        var failure = mailbox.Deliver(envelope);
        if (failure is null && envelope.IsCounted)
        {
            RuntimeMetrics.CountDelivered();
        }

        return failure;
    }

    private DeliveryFailure? DeliverReturned(Envelope envelope)
    {
        try
        {
            var returned = envelope.Open<Returned>();
            OnReturned(new(returned.Destination, returned.MessageType, returned.Failure));
            return null;
        }
        catch (MessageFormatException e)
        {
            return new(DeliveryFailureKind.Malformed, e.Message);
        }
    }
}
