namespace Hyperactor.Sync;

/// <summary>An item of a lane: it is a link of the queue itself, so that queueing allocates nothing. In one lane, once.</summary>
internal abstract class LaneItem
{
    /// <summary>The item behind, or, before the consumer has turned the list round, the one in front.</summary>
    internal LaneItem? Next { get; set; }
}
