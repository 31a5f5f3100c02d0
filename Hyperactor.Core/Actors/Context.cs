using System.Diagnostics;
using Hyperactor.Actors;
using Hyperactor.Messages;

namespace Hyperactor;

/// <summary>
/// What an actor may do while it handles a message: send, call, open ports, create children, stop. One for each actor;
/// not for use outside its handlers.
/// </summary>
public sealed class Context : ICanCall
{
    private readonly ActorInstance _instance;
    private MessageHead? _head;
    private Attrs? _headers;

    internal Context(ActorInstance instance) => _instance = instance;

    /// <inheritdoc/>
    public ActorId Self => _instance.Id;

    /// <summary>Who sent the message at hand.</summary>
    public ActorId Sender { get; internal set; } = null!;

    /// <summary>Which rank of how many this actor is, if the message at hand was cast to a gang.</summary>
    public CastPoint? Cast { get; internal set; }

    /// <summary>
    /// What the sender gave the message at hand to carry. A copy of its own: changing it changes nothing but this copy. To
    /// hand headers on, send with them.
    /// </summary>
    public Attrs Headers => _headers ??= _head is { Headers.Count: > 0 } head ? head.Headers.Clone() : new();

    /// <summary>
    /// The trace that the message at hand belongs to; the default if it belongs to none. What is sent through this context
    /// belongs to it too, unless an activity was started meanwhile.
    /// </summary>
    public ActivityContext Trace => TraceAtHand?.Context ?? default;

    /// <summary>The clock of the proc; the only one to use in an actor.</summary>
    public TimeProvider Time => _instance.Host.Time;

    /// <summary>The settings of the proc, your own included.</summary>
    public Config Config => _instance.Host.Config;

    /// <summary>Cancelled when the actor must give up what it is doing: when it is killed.</summary>
    public CancellationToken Stopping => _instance.Stopping;

    /// <summary>The trace of the message at hand.</summary>
    internal TraceContext? TraceAtHand => _head?.Trace;

    /// <summary>How the handling of the message at hand ended, if not well.</summary>
    internal string? Outcome { get; set; }

    /// <summary>The instance, for the casting and world floors.</summary>
    internal Instance Instance => _instance;

    /// <summary>Opens a port of this actor: others send to the handle or to its bound address, the receiver yields.</summary>
    public (PortHandle<T> Handle, PortReceiver<T> Receiver) OpenPort<T>() => _instance.OpenPort<T>();

    /// <summary>Opens a port of this actor that takes one message.</summary>
    public OncePortReceiver<T> OpenOncePort<T>() => _instance.OpenOncePort<T>();

    /// <summary>Creates a child. This actor outlives it, and is told if it fails.</summary>
    public ActorHandle<TChild> Spawn<TChild>(TChild child)
        where TChild : Actor, IActor<TChild>
    {
        ArgumentNullException.ThrowIfNull(child);
        return _instance.Host.SpawnChild(_instance, child);
    }

    /// <summary>Asks this actor to stop after the message at hand.</summary>
    public void Stop(string reason = "it stopped itself", StopMode mode = StopMode.Drain) =>
        _instance.Stop(mode, reason);

    /// <summary>
    /// Notes something among the last events of this actor, which come with its failure if it fails:
    /// <see cref="ActorFailure.Recent"/>. Long notes are cut.
    /// </summary>
    /// <param name="note">What happened, for people.</param>
    public void Record(string note)
    {
        ArgumentNullException.ThrowIfNull(note);
        _instance.Record(note);
    }

    void ICanSend.SendToPort<TMessage>(PortId destination, TMessage message) =>
        ((ICanSend)_instance).SendToPort(destination, message);

    void ICanSend.SendToHandler<TMessage>(ActorId destination, TMessage message) =>
        ((ICanSend)_instance).SendToHandler(destination, message);

    ValueTask<TReply> ICanCall.CallAsync<TMessage, TReply>(
        ActorId destination, TMessage message, CancellationToken cancellation) =>
        ((ICanCall)_instance).CallAsync<TMessage, TReply>(destination, message, cancellation);

    /// <summary>The handler of the message at hand begins.</summary>
    internal void Begin<TActor>(Handler<TActor> handler)
        where TActor : Actor => _instance.Begin(handler);

    internal void Handling(ActorId sender, MessageHead? head)
    {
        Sender = sender;
        _head = head;
        _headers = null;
        Outcome = null;
        Cast = head?.Cast is { } cast ? new CastPoint(cast.Low, cast.Size) : null;
    }
}

/// <summary>Where an actor stands in the gang that a message was cast to.</summary>
/// <param name="Rank">Its rank.</param>
/// <param name="Size">How many members the gang has.</param>
public readonly record struct CastPoint(int Rank, int Size);
