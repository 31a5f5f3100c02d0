using System.Diagnostics;
using Hyperactor.Sync;
using Hyperactor.Telemetry;

namespace Hyperactor.Actors;

/// <content>The life of the actor: its status, how it starts, what it is told, and how it ends.</content>
internal abstract partial class ActorInstance
{
    private readonly TaskCompletionSource<ActorStatus> _completion =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly CancellationTokenSource _stopping = new();
    private readonly Children _children = new();
    private Lane _control;
    private Lane _supervision;
    private StopSignal? _stop;
    private EventRing _recent;
    private ActorStatus _status = new(ActorState.Created);

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

    /// <summary>The actor was left behind by its parent.</summary>
    internal void CountLeftBehind()
    {
        _meter.CountOut(TypeName);
        RuntimeMetrics.ActorsLeftBehind.Add(1, TypeName);
    }

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
