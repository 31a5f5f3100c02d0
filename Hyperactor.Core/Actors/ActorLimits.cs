namespace Hyperactor;

/// <summary>The limits of actors and calls. Each one that is reached is a reported outcome.</summary>
public sealed record ActorLimits
{
    /// <summary>How many messages an actor handles before it gives way to others.</summary>
    public int MessagesPerTurn { get; init; } = 64;

    /// <summary>How long a call over references waits; then it ends as expired.</summary>
    public TimeSpan CallDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long an actor waits for its children to stop, and then again after it has killed the late ones; those that
    /// still run are left behind and reported.
    /// </summary>
    public TimeSpan StopDeadline { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many returned messages a client keeps for its owner; older ones give way.</summary>
    public int ReturnedMessagesMax { get; init; } = 1024;

    /// <summary>
    /// How many of its last events an actor remembers, to be told with its failure; 0 for none. The same handler several
    /// times in a row is one event. The memory is taken as events come, 16 bytes for each.
    /// </summary>
    public int RecordedEventsMax
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 32;
}
