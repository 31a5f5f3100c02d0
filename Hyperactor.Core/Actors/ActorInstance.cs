using System.Diagnostics;
using System.Runtime.CompilerServices;
using Hyperactor.Messages;
using Hyperactor.Sync;
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
internal abstract class ActorInstance : Instance, IThreadPoolWorkItem
{
    private const int Idle = 0;
    private const int Scheduled = 1;

    private readonly TaskCompletionSource<ActorStatus> _completion =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly CancellationTokenSource _stopping = new();
    private readonly Children _children = new();
    private readonly Action _resume;
    private Lane _control;
    private Lane _supervision;
    private ValueTaskAwaiter _awaiter;
    private bool _awaiting;
    private int _turn;
    private StopSignal? _stop;
    private ActorMeter _meter;
    private EventRing _recent;
    private ActorStatus _status = new(ActorState.Created);

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

    /// <summary>What the actor does right now.</summary>
    internal ActorStatus Status => Volatile.Read(ref _status);

    /// <summary>Completes with the final status.</summary>
    internal Task<ActorStatus> Completion => _completion.Task;

    /// <summary>Cancelled when the actor is killed.</summary>
    internal CancellationToken Stopping => _stopping.Token;

    /// <summary>The actors that this one created and that have not ended.</summary>
    internal Children ChildActors => _children;

    /// <summary>What broke, as soon as something has.</summary>
    private protected ActorFailure? Failure { get; private set; }

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

    /// <summary>The actor was left behind by its parent.</summary>
    internal void CountLeftBehind()
    {
        _meter.CountOut(TypeName);
        RuntimeMetrics.ActorsLeftBehind.Add(1, TypeName);
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

    /// <summary>Asks the actor to stop.</summary>
    internal void Stop(StopMode mode, string reason)
    {
        if (_control.TryPush(new StopSignal(mode, reason)))
        {
            Wake();
        }

        if (mode == StopMode.Kill)
        {
            // On a stack of its own: the callbacks of a token are user code.
            Host.Scheduler.Schedule(new Cancellation(_stopping), yielded: false);
        }
    }

    /// <summary>A child failed; false if this actor is past hearing of it.</summary>
    internal bool TryTell(SupervisionEvent failure)
    {
        var told = _supervision.TryPush(new ChildFailed(failure));
        Wake();
        return told;
    }

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

    /// <summary>Why messages are not taken any more.</summary>
    private protected DeliveryFailure WhyEnded() => Failure is { } failure
        ? new(DeliveryFailureKind.ActorFailed, failure.Summary)
        : new(DeliveryFailureKind.ActorStopped, $"{Id} stopped: {_stop?.Reason ?? "it ended"}.");

    private protected override void OnReturned(Undeliverable undeliverable)
    {
        if (_control.TryPush(new ReturnedMessage(undeliverable)))
        {
            Wake();
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

    private async ValueTask StartAsync()
    {
        Context.Handling(Id, null);
        await Untyped.OnStartAsync(Context);
        Publish(new(ActorState.Running));
    }

    private ValueTask Obey(LaneItem signal)
    {
        if (signal is ReturnedMessage returned)
        {
            Context.Handling(Id, null);
            Record(returned.Undeliverable.ToString());
            return Untyped.OnUndeliverableAsync(Context, returned.Undeliverable);
        }

        var stop = (StopSignal)signal;
        if (_stop is null || stop.Mode > _stop.Mode)
        {
            _stop = stop;
            Publish(new(ActorState.Stopping, stop.Reason));
            CloseWork();
        }

        return default;
    }

    private async ValueTask SuperviseAsync(SupervisionEvent failure)
    {
        Context.Handling(failure.Actor, null);
        Record(failure.Failure.Summary);
        var isHandled = await Untyped.OnChildFailedAsync(Context, failure);
        RuntimeMetrics.SupervisionEvents.Add(1, isHandled ? "handled" : "escalated");
        if (!isHandled)
        {
            Failure = ActorFailure.OfChild(Id, failure.Failure) with { Recent = _recent.ToTexts() };
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

    private void Fail(Exception exception)
    {
        var gaveUp = exception is OperationCanceledException cancelled && cancelled.CancellationToken == Stopping;
        Context.Outcome = gaveUp ? Outcomes.Cancelled : Outcomes.Error;
        if (!gaveUp)
        {
            Failure ??= ActorFailure.Of(Id, exception) with { Recent = _recent.ToTexts() };
        }
    }

    /// <summary>
    /// The end, in this order: no more messages; no more children; the user's hook; the mailbox closed; the parent
    /// told; the address free; the final status published, once.
    /// </summary>
    private async ValueTask EndAsync()
    {
        Publish(new(ActorState.Stopping, _stop?.Reason, Failure));
        CloseWork();
        DiscardWork(WhyEnded());
        await _children.StopAsync(Failure is null ? _stop!.Mode : StopMode.Stop, Host);
        try
        {
            Context.Handling(Id, null);
            await Untyped.OnStopAsync(Context, Failure);
        }
        catch (Exception e)
        {
            Fail(e);
        }

        CloseMailbox(WhyEnded());
        _control.Close();
        _supervision.Close();
        while (_supervision.Pop() is ChildFailed unheard)
        {
            Host.OnUnheardFailure(unheard.Event);
        }

        TellParent();
        _meter.CountOut(TypeName);
        Host.OnEnded(this);
        Publish(Failure is null
            ? new(ActorState.Stopped, _stop?.Reason)
            : new(ActorState.Failed, _stop?.Reason, Failure));
    }

    private void TellParent()
    {
        if (Failure is { } failure)
        {
            RuntimeMetrics.ActorsFailed.Add(1, TypeName);
            var told = new SupervisionEvent(Id, failure);
            if (Parent is null)
            {
                Host.OnRootFailed(told);
            }
            else if (!Parent.TryTell(told))
            {
                Host.OnUnheardFailure(told);
            }
        }

        Parent?._children.Remove(this);
    }

    private void Publish(ActorStatus status)
    {
        Debug.Assert(!Status.IsTerminal, "The final status is published once.");
        Volatile.Write(ref _status, status);
        if (status.IsTerminal)
        {
            _completion.TrySetResult(status);
        }
    }
}
