using Hyperactor.Actors;
using Hyperactor.Mailboxes;
using Hyperactor.Messages;

namespace Hyperactor;

/// <summary>
/// A participant without a loop: a program's own way to send, to call and to receive. Safe to use from many threads.
/// Dispose it to free its name.
/// </summary>
public sealed class Client : ICanCall, IAsyncDisposable
{
    private readonly ClientInstance _instance;

    internal Client(ActorHost host, ActorId id) => _instance = new(host, id);

    /// <inheritdoc/>
    public ActorId Self => _instance.Id;

    /// <summary>What this client sent and what came back; the newest, up to <see cref="ActorLimits.ReturnedMessagesMax"/>.</summary>
    public PortReceiver<Undeliverable> Returned => _instance.Returned;

    internal Instance Instance => _instance;

    /// <summary>Opens a port of this client: others send to the handle or to its bound address, the receiver yields.</summary>
    public (PortHandle<T> Handle, PortReceiver<T> Receiver) OpenPort<T>() => _instance.OpenPort<T>();

    /// <summary>Opens a port of this client that takes one message.</summary>
    public OncePortReceiver<T> OpenOncePort<T>() => _instance.OpenOncePort<T>();

    /// <summary>Closes the mailbox: calls that wait end, and what is sent here from now on comes back.</summary>
    public ValueTask DisposeAsync()
    {
        _instance.Close("was disposed");
        return default;
    }

    void ICanSend.SendToPort<TMessage>(PortId destination, TMessage message) =>
        ((ICanSend)_instance).SendToPort(destination, message);

    void ICanSend.SendToHandler<TMessage>(ActorId destination, TMessage message) =>
        ((ICanSend)_instance).SendToHandler(destination, message);

    ValueTask<TReply> ICanCall.CallAsync<TMessage, TReply>(
        ActorId destination, TMessage message, CancellationToken cancellation) =>
        ((ICanCall)_instance).CallAsync<TMessage, TReply>(destination, message, cancellation);

    private sealed class ClientInstance : Instance
    {
        private readonly QueuePort<Undeliverable> _returned;

        internal ClientInstance(ActorHost host, ActorId id)
            : base(host, id)
        {
            _returned = new(Mailbox, host.Limits.ReturnedMessagesMax);
            Returned = new(_returned);
        }

        internal PortReceiver<Undeliverable> Returned { get; }

        internal override void OnProcDisposed() => Close("ended with its proc");

        internal void Close(string how)
        {
            var why = new DeliveryFailure(DeliveryFailureKind.ActorStopped, $"The client {Id} {how}.");
            CloseMailbox(why);
            _returned.Close(why);
            Host.OnEnded(this);
        }

        private protected override DeliveryFailure? DeliverToHandler(Envelope envelope) =>
            new(DeliveryFailureKind.NoSuchPort, $"{Id} is a client and handles no messages.");

        private protected override void OnReturned(Undeliverable undeliverable) => _returned.TryPost(undeliverable);
    }
}
