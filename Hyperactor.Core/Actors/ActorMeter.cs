using Hyperactor.Telemetry;

namespace Hyperactor.Actors;

/// <summary>
/// Counts one actor while it lives, and measures how long it takes for each message, its awaits included: it handles one at
/// a time.
/// </summary>
internal struct ActorMeter
{
    private string? _handler;
    private long _since;
    private int _isCounted;
    private bool _isObserved;

    /// <summary>The actor is there.</summary>
    internal void CountIn(string actorType)
    {
        if (RuntimeMetrics.ActorsActive.Enabled)
        {
            _isCounted = 1;
            RuntimeMetrics.ActorsActive.Add(1, actorType);
        }
    }

    /// <summary>
    /// The actor has ended, or was left behind: it does not count any more. Counting it out twice changes nothing.
    /// </summary>
    internal void CountOut(string actorType)
    {
        if (Interlocked.Exchange(ref _isCounted, 0) != 0)
        {
            RuntimeMetrics.ActorsActive.Add(-1, actorType);
        }
    }

    /// <summary>A turn begins: asks, once for all its messages, whether anybody wants to know.</summary>
    internal void BeginTurn() => _isObserved = RuntimeMetrics.ObservesHandling;

    /// <summary>A handler begins.</summary>
    internal void Begin<TActor>(Handler<TActor> handler, ActorHost host)
        where TActor : Actor
    {
        if (_isObserved)
        {
            Begin(handler.Name, host);
        }
    }

    /// <summary>What the actor did has ended; if it was a handler, it is recorded.</summary>
    internal void End(ActorInstance actor)
    {
        if (_handler is not null)
        {
            Record(actor);
        }
    }

    // Apart, so that what runs while nobody listens is small.
    private void Begin(string handler, ActorHost host)
    {
        RuntimeMetrics.CountDelivered();
        _handler = handler;
        _since = host.Time.GetTimestamp();
    }

    private void Record(ActorInstance actor)
    {
        var took = actor.Host.Time.GetElapsedTime(_since);
        RuntimeMetrics.HandlerDuration.Record(took, actor.TypeName, _handler, actor.Context.Outcome ?? Outcomes.Ok);
        _handler = null;
    }
}
