namespace Hyperactor.Channels;

/// <summary>What became of a post, for code.</summary>
internal enum PostStatus
{
    /// <summary>Queued. What follows is told to the frame.</summary>
    Posted,

    /// <summary>Over <see cref="ChannelOptions.MaxFrameBytes"/>.</summary>
    TooLarge,

    /// <summary>The queue is at <see cref="ChannelOptions.MaxQueueBytes"/>; room comes as frames leave.</summary>
    Full,

    /// <summary>The link has ended, or is about to.</summary>
    Closed,
}

/// <summary>What became of a post. Unless posted, the frame still belongs to the caller and hears nothing.</summary>
/// <param name="Status">What, for code.</param>
/// <param name="Reason">Why not, for people; empty when posted.</param>
internal readonly record struct PostOutcome(PostStatus Status, string Reason)
{
    /// <summary>Whether the link took the frame.</summary>
    public bool IsPosted => Status == PostStatus.Posted;

    internal static PostOutcome Posted => new(PostStatus.Posted, "");
}
