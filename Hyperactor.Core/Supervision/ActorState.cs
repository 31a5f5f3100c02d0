namespace Hyperactor;

/// <summary>Where an actor is in its life. The last two are final.</summary>
public enum ActorState
{
    /// <summary>It exists and has not run yet.</summary>
    Created,

    /// <summary>It runs its start hook; messages wait.</summary>
    Starting,

    /// <summary>It handles messages, or waits for them.</summary>
    Running,

    /// <summary>It takes no more messages, and stops its children.</summary>
    Stopping,

    /// <summary>It ended as it was asked to.</summary>
    Stopped,

    /// <summary>It ended because something broke.</summary>
    Failed,
}
