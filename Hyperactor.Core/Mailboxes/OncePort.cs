using Hyperactor.Messages;

namespace Hyperactor.Mailboxes;

/// <summary>A port that takes one message, or the word that none will come, and is gone.</summary>
/// <typeparam name="T">What it takes.</typeparam>
internal sealed class OncePort<T> : Port
{
    private readonly Mailbox _mailbox;
    private readonly Pending _pending;
    private readonly ProcId? _waitsFor;

    internal OncePort(Mailbox mailbox, ProcId? waitsFor = null)
    {
        _mailbox = mailbox;
        _waitsFor = waitsFor;
        _pending = new(this);
        Id = mailbox.Open(this);
    }

    /// <summary>Its address.</summary>
    internal PortId Id { get; }

    /// <summary>What comes, or the exception that stands for why it does not.</summary>
    internal PendingReply<T> Reply => _pending;

    internal override void OnProcLost(ProcId lost, DeliveryFailure why)
    {
        if (_waitsFor == lost)
        {
            Close(why);
        }
    }

    /// <summary>Ends the waiting after a time that the owner's clock measures.</summary>
    internal void ExpireAfter(TimeSpan deadline, TimeProvider time, Func<Exception> late)
    {
        if (deadline == Timeout.InfiniteTimeSpan)
        {
            return;
        }

        var timer = time.CreateTimer(
            static state => Expire(state!), (this, late), deadline, Timeout.InfiniteTimeSpan);
        _pending.Keep(timer);
    }

    internal override DeliveryFailure? Deliver(ulong index, Envelope envelope)
    {
        if (envelope.Kind == EnvelopeKind.Fault)
        {
            if (TryOpen<Fault>(envelope, out var fault) is { } unreadable)
            {
                return unreadable;
            }

            _pending.TryFail(fault.ToException());
            return null;
        }

        if (TryOpen<T>(envelope, out var value) is { } failure)
        {
            if (envelope.Kind == EnvelopeKind.Reply)
            {
                // It was the one reply that was to come, so nothing else will.
                _pending.TryFail(new UndeliveredCallException(envelope.Sender, failure));
            }

            return failure;
        }

        return _pending.TrySet(value)
            ? null
            : new(DeliveryFailureKind.NoSuchPort, $"Port {Id} has taken its one message.");
    }

    internal override void Close(DeliveryFailure why) =>
        _pending.TryFail(new UndeliveredCallException(_mailbox.Owner, why));

    private static void Expire(object state)
    {
        var (port, late) = ((OncePort<T>, Func<Exception>))state;
        port._pending.TryFail(late());
    }

    /// <summary>The reply; its completion closes the port.</summary>
    private sealed class Pending(OncePort<T> port) : PendingReply<T>
    {
        private ITimer? _deadline;

        /// <summary>Keeps the timer for as long as it is waited.</summary>
        internal void Keep(ITimer timer)
        {
            Volatile.Write(ref _deadline, timer);
            if (IsCompleted)
            {
                // Completion may have come before the timer was there to be disposed.
                Interlocked.Exchange(ref _deadline, null)?.Dispose();
            }
        }

        private protected override void OnCompleted()
        {
            port._mailbox.Remove(port.Id.Index);
            Interlocked.Exchange(ref _deadline, null)?.Dispose();
        }
    }
}
