using System.Diagnostics;
using System.Runtime.CompilerServices;
using Hyperactor.Messages;
using Hyperactor.Telemetry;

namespace Hyperactor.Actors;

/// <summary>
/// The runtime of one actor: three lanes and one loop, which handles one thing at a time, the awaits of a handler
/// included.
/// <code>
/// turn:  Idle → Scheduled → running → Idle          by whoever pushes; the loop gives the turn back when all is empty
///                   ↑          ↓
///                   └── a handler awaits: its completion schedules the loop again, nobody else can
/// life:  Created → Starting → Running → Stopping → Stopped | Failed
/// lanes: control before supervision before work
/// </code>
/// </summary>
internal abstract partial class ActorInstance : Instance, IThreadPoolWorkItem
{
    private const int Idle = 0;
    private const int Scheduled = 1;

    private readonly Action _resume;
    private ValueTaskAwaiter _awaiter;
    private bool _awaiting;
    private int _turn;
    private ActorMeter _meter;

    private protected ActorInstance(ActorHost host, ActorId id, ActorInstance? parent)
        : base(host, id)
    {
        Parent = parent;
        Context = new(this);
        _recent = new(host.Limits.RecordedEventsMax);
        _resume = () => Host.Scheduler.Schedule(this, yielded: false);
    }

    /// <summary>The actor that created this one, which is told when it fails.</summary>
    internal ActorInstance? Parent { get; }

    /// <summary>What the handlers are given.</summary>
    internal Context Context { get; }

    /// <inheritdoc/>
    internal sealed override TraceContext? TraceAtHand => Context.TraceAtHand;

    /// <summary>The name of the actor's class, for metrics.</summary>
    internal abstract string TypeName { get; }

    /// <summary>Lets the actor run for the first time.</summary>
    internal void Start()
    {
        _meter.CountIn(TypeName);
        Wake();
    }

    /// <summary>A handler begins. For the loop alone.</summary>
    internal void Begin<TActor>(Handler<TActor> handler)
        where TActor : Actor
    {
        _recent.Push(handler);
        _meter.Begin(handler, Host);
    }

    /// <summary>Notes something among the last events of the actor. For the loop alone.</summary>
    internal void Record(string text) => _recent.Push(new RecordedNote(Host.Time.GetUtcNow(), text));

    /// <summary>Runs until all lanes are empty, a handler awaits, or the turn is over.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        // A scheduler may run this on the stack of whoever has an activity; what is sent here is no part of that.
        if (Activity.Current is { } foreign)
        {
            Activity.Current = null;
            RunTurn();
            Activity.Current = foreign;
            return;
        }

        RunTurn();
    }

    private void RunTurn()
    {
        _meter.BeginTurn();
        if (_awaiting)
        {
            _awaiting = false;
            Observe(ref _awaiter);
        }

        for (var left = Host.Limits.MessagesPerTurn; ; left--)
        {
            if (left <= 0)
            {
                Host.Scheduler.Schedule(this, yielded: true);
                return;
            }

            if (Status.IsTerminal || (!TryStep(out var step) && TryGoIdle()))
            {
                return;
            }

            _awaiter = step.GetAwaiter();
            if (!_awaiter.IsCompleted)
            {
                _awaiting = true;
                _awaiter.UnsafeOnCompleted(_resume);
                return;
            }

            Observe(ref _awaiter);
        }
    }

    /// <summary>Whether a message waits.</summary>
    private protected abstract bool HasWork { get; }

    /// <summary>Refuses messages from now on.</summary>
    private protected abstract void CloseWork();

    /// <summary>Handles the next message; false if there is none.</summary>
    private protected abstract bool TryHandle(out ValueTask step);

    /// <summary>Sends the messages that wait back to their senders.</summary>
    private protected abstract void DiscardWork(DeliveryFailure why);

    private protected abstract Actor Untyped { get; }

    /// <summary>Makes sure that the loop runs.</summary>
    private protected void Wake()
    {
        if (Interlocked.CompareExchange(ref _turn, Scheduled, Idle) == Idle)
        {
            Host.Scheduler.Schedule(this, yielded: false);
        }
    }

    private bool TryGoIdle()
    {
        Interlocked.Exchange(ref _turn, Idle);
        var isEmpty = _control.IsEmpty && _supervision.IsEmpty && !HasWork;
        return isEmpty || Interlocked.CompareExchange(ref _turn, Scheduled, Idle) != Idle;
    }

    /// <summary>Starts the next thing to do, in the order of the lanes; false if there is nothing.</summary>
    private bool TryStep(out ValueTask step)
    {
        step = default;
        try
        {
            if (Status.State == ActorState.Created)
            {
                Publish(new(ActorState.Starting));
                step = StartAsync();
                return true;
            }

            if (_control.Pop() is { } signal)
            {
                step = Obey(signal);
                return true;
            }

            // A child's failure that came before or with our own is offered first: unhandled, it is the better cause.
            if (_supervision.Pop() is ChildFailed child)
            {
                step = SuperviseAsync(child.Event);
                return true;
            }

            if (Failure is not null || _stop is { Mode: StopMode.Stop or StopMode.Kill })
            {
                step = EndAsync();
                return true;
            }

            if (TryHandle(out step))
            {
                return true;
            }

            if (_stop is not null)
            {
                step = EndAsync();
                return true;
            }

            return false;
        }
        catch (Exception e)
        {
            Fail(e);
            return true;
        }
    }

    private void Observe(ref ValueTaskAwaiter awaiter)
    {
        try
        {
            awaiter.GetResult();
        }
        catch (Exception e)
        {
            Fail(e);
        }

        _meter.End(this);
    }
}
