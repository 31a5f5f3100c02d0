using System.Collections.Concurrent;
using Hyperactor.Actors;
using Hyperactor.Mailboxes;
using Hyperactor.Messages;
using Hyperactor.Telemetry;

namespace Hyperactor.Procs;

/// <summary>
/// The inside of a proc: who lives in it, and where envelopes go. Each envelope has one outcome here: it is taken, handed
/// on, or sent back.
/// </summary>
/// <param name="id">The proc.</param>
/// <param name="options">What it is made with, completed from the configuration.</param>
internal sealed class ProcHost(ProcId id, ProcOptions options) : ActorHost
{
    private readonly ConcurrentDictionary<ActorId, Instance> _instances = new();
    private readonly TaskCompletionSource<SupervisionEvent> _failure =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ulong _lastPid;
    private volatile EnvelopeRoute _forward = new NoRoute();
    private volatile EnvelopeRoute? _castRelay;

    public override ProcId Id => id;

    internal override TimeProvider Time => options.Time;

    internal override ActorScheduler Scheduler => options.Scheduler;

    internal override Config Config { get; } = options.Config!;

    internal override ActorLimits Limits { get; } = options.Limits!;

    /// <summary>Completes when an actor has failed and nobody above it handled that.</summary>
    internal Task<SupervisionEvent> Failure => _failure.Task;

    /// <summary>How many actors and clients live here.</summary>
    internal int Count => _instances.Count;

    /// <summary>All that live here and have no parent.</summary>
    internal IEnumerable<ActorInstance> Roots => _instances.Values.OfType<ActorInstance>().Where(i => i.Parent is null);

    /// <summary>Envelopes for other procs go this way from now on.</summary>
    internal void ForwardTo(EnvelopeRoute route) => _forward = route;

    /// <summary>Envelopes that are cast to more than one rank go to the relay.</summary>
    internal void CastThrough(EnvelopeRoute relay) => _castRelay = relay;

    /// <summary>Puts a participant at its address.</summary>
    /// <exception cref="NameInUseException">Another one is there.</exception>
    internal void Add(Instance instance)
    {
        if (!_instances.TryAdd(instance.Id, instance))
        {
            throw new NameInUseException(instance.Id);
        }
    }

    /// <summary>Creates an actor without a parent.</summary>
    internal ActorHandle<TActor> SpawnRoot<TActor>(string name, TActor actor)
        where TActor : Actor, IActor<TActor>
    {
        var instance = new DispatchingInstance<TActor>(this, Id.Actor(name), null, actor);
        Add(instance);
        instance.Start();
        return new(instance);
    }

    internal override ActorHandle<TChild> SpawnChild<TChild>(ActorInstance parent, TChild child)
    {
        var childId = Id.Actor(parent.Id.Name, Interlocked.Increment(ref _lastPid));
        var instance = new DispatchingInstance<TChild>(this, childId, parent, child);
        if (!parent.ChildActors.TryAdd(instance))
        {
            throw new InvalidOperationException($"{parent.Id} is stopping and takes no more children.");
        }

        Add(instance);
        instance.Start();
        return new(instance);
    }

    public override void Post(Envelope envelope)
    {
        if (Deliver(envelope) is { } failure)
        {
            Return(envelope, failure);
        }
    }

    public override void Return(Envelope envelope, DeliveryFailure why)
    {
        switch (envelope.Kind)
        {
            case EnvelopeKind.Returned:
                RuntimeMetrics.EnvelopesDropped.Add(1, "return_failed");
                return;

            case EnvelopeKind.Reply or EnvelopeKind.Fault:
                RuntimeMetrics.LateReplies.Add(1);
                return;
        }

        RuntimeMetrics.CountReturned(why.Kind.ToTag(), envelope.Weight);
        Fault(envelope, Messages.Fault.Of(envelope.Destination.Actor, why));
        if (envelope.Kind == EnvelopeKind.Message)
        {
            Report(envelope.Sender, new(envelope.Destination, envelope.TypeName, why));
        }
    }

    internal override void Fault(Envelope envelope, Fault fault)
    {
        for (var i = 0; i < envelope.Ports.Count; i++)
        {
            // The first port of a call waits for its outcome, and so does every port whose replies are reduced.
            if ((i == 0 && envelope.Kind == EnvelopeKind.Call) || envelope.Ports[i].Reducer is not null)
            {
                Post(Envelope.Of(EnvelopeKind.Fault, envelope.Destination.Actor, envelope.Ports[i].Port, fault));
            }
        }
    }

    internal override void Report(ActorId sender, Undeliverable undeliverable) => Post(Envelope.Of(
        EnvelopeKind.Returned,
        undeliverable.Destination.Actor,
        sender.Port(0),
        new Returned(undeliverable.Destination, undeliverable.MessageType, undeliverable.Failure)));

    internal override void OnEnded(Instance instance) => _instances.TryRemove(new(instance.Id, instance));

    internal override void OnRootFailed(SupervisionEvent failure)
    {
        RuntimeMetrics.SupervisionEvents.Add(1, "unhandled");
        _failure.TrySetResult(failure);
        options.FatalErrors?.OnUnhandledFailure(Id, failure);
    }

    internal override void OnUnheardFailure(SupervisionEvent failure) =>
        RuntimeMetrics.SupervisionEvents.Add(1, "unheard");

    internal override void OnLeftBehind(ActorInstance instance)
    {
        instance.CountLeftBehind();
        OnEnded(instance);
    }

    public override void OnProcLost(ProcId lost, DeliveryFailure why)
    {
        foreach (var instance in _instances.Values)
        {
            instance.OnProcLost(lost, why);
        }
    }

    /// <summary>The proc is disposed: clients end, and with them the calls that they wait for.</summary>
    internal void OnDisposed()
    {
        foreach (var instance in _instances.Values)
        {
            instance.OnProcDisposed();
        }
    }

    private DeliveryFailure? Deliver(Envelope envelope)
    {
        if (envelope.Destination.Actor.Proc != Id)
        {
            return envelope.HopsLeft == 0
                ? new(DeliveryFailureKind.Expired, $"It went through {Envelope.HopsMax} procs.")
                : _forward.Post(envelope with { HopsLeft = (byte)(envelope.HopsLeft - 1) });
        }

        if (envelope.Cast is { IsLeaf: false })
        {
            return _castRelay is { } relay
                ? relay.Post(envelope)
                : new(DeliveryFailureKind.NoRoute, $"{Id} does not relay casts.");
        }

        return _instances.TryGetValue(envelope.Destination.Actor, out var instance)
            ? instance.Deliver(envelope)
            : new(DeliveryFailureKind.NoSuchActor, $"{envelope.Destination.Actor} does not exist.");
    }
}
