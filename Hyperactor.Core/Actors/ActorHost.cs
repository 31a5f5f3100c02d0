using Hyperactor.Mailboxes;
using Hyperactor.Messages;

namespace Hyperactor.Actors;

/// <summary>What instances need of the proc that hosts them; the proc is on a higher floor.</summary>
internal abstract class ActorHost : IEnvelopeSink
{
    /// <summary>The proc.</summary>
    public abstract ProcId Id { get; }

    /// <summary>The clock of everything that happens in the proc.</summary>
    internal abstract TimeProvider Time { get; }

    /// <summary>Where its actors run.</summary>
    internal abstract ActorScheduler Scheduler { get; }

    /// <summary>The settings of the proc, the user's own included.</summary>
    internal abstract Config Config { get; }

    /// <summary>The limits that apply in it.</summary>
    internal abstract ActorLimits Limits { get; }

    /// <summary>Sends an envelope on its way; what cannot be delivered goes back to its sender.</summary>
    public abstract void Post(Envelope envelope);

    /// <summary>Sends an envelope back to where it came from; whoever waits for a reply to it is told as well.</summary>
    public abstract void Return(Envelope envelope, DeliveryFailure why);

    /// <summary>A proc is lost: whoever waits for something from there is told.</summary>
    public abstract void OnProcLost(ProcId lost, DeliveryFailure why);

    /// <summary>Tells whoever waits for replies to an envelope that none will come.</summary>
    internal abstract void Fault(Envelope envelope, Fault fault);

    /// <summary>Tells a sender that a message of its came back.</summary>
    internal abstract void Report(ActorId sender, Undeliverable undeliverable);

    /// <summary>Creates a child of an actor.</summary>
    internal abstract ActorHandle<TChild> SpawnChild<TChild>(ActorInstance parent, TChild child)
        where TChild : Actor, IActor<TChild>;

    /// <summary>An instance has ended: its address is free.</summary>
    internal abstract void OnEnded(Instance instance);

    /// <summary>An actor without a parent failed.</summary>
    internal abstract void OnRootFailed(SupervisionEvent failure);

    /// <summary>An actor failed whose parent had ended before it could hear of it.</summary>
    internal abstract void OnUnheardFailure(SupervisionEvent failure);

    /// <summary>An actor still runs although its parent has waited for it as long as it may.</summary>
    internal abstract void OnLeftBehind(ActorInstance instance);
}
