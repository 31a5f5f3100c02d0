using Hyperactor.Telemetry;

namespace Hyperactor.Actors;

/// <summary>Measures how long an actor takes for one message, its awaits included. It handles one at a time.</summary>
internal struct HandlingMeter
{
    private string? _handler;
    private long _since;

    /// <summary>Whether a message is being measured.</summary>
    internal readonly bool IsRunning => _handler is not null;

    /// <summary>A handler begins.</summary>
    internal void Begin(string handler, TimeProvider time)
    {
        _handler = handler;
        _since = time.GetTimestamp();
    }

    /// <summary>The handler has ended.</summary>
    internal void End(string actorType, string outcome, TimeProvider time)
    {
        RuntimeMetrics.HandlerDuration.Record(time.GetElapsedTime(_since), actorType, _handler, outcome);
        _handler = null;
    }
}
