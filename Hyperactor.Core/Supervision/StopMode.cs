namespace Hyperactor;

/// <summary>How an actor stops. A later wish may only be the more urgent one.</summary>
public enum StopMode
{
    /// <summary>It handles what it has accepted, takes nothing more, and stops.</summary>
    Drain,

    /// <summary>It finishes the message at hand; what is queued goes back to its senders.</summary>
    Stop,

    /// <summary>Its token is cancelled as well; the message at hand should give up.</summary>
    Kill,
}
