namespace Hyperactor.Channels;

/// <summary>
/// The limits and choices of channels, fixed while they are in use. Every limit, when reached, is an outcome that
/// somebody is told; none is waited for in silence. The defaults are those of <see cref="HyperactorSettings.Channels"/>.
/// </summary>
public sealed record ChannelOptions
{
    /// <summary>The options that nobody changed.</summary>
    public static ChannelOptions Default { get; } = new();

    /// <summary>
    /// Whether plain TCP may leave the machine, by listening at or dialling an address other than loopback.
    /// False by default: plain TCP is neither private nor authenticated.
    /// </summary>
    public bool AllowRemote { get; init; } = HyperactorSettings.Channels.AllowRemote.Default;

    /// <summary>
    /// The largest payload of one frame, in bytes, sent or received. 64 MiB by default, at most 1 GiB.
    /// </summary>
    public int MaxFrameBytes { get; init => field = AtMostOneGiB(Positive(value)); } =
        HyperactorSettings.Channels.MaxFrameBytes.Default;

    /// <summary>
    /// How much may wait in one link's queue, in bytes: what frames say they will take, plus
    /// <see cref="QueuedFrameOverheadBytes"/> for each. 64 MiB by default. A frame larger than this is still taken
    /// when the queue is empty.
    /// </summary>
    public long MaxQueueBytes { get; init => field = Positive(value); } =
        HyperactorSettings.Channels.MaxQueueBytes.Default;

    /// <summary>What each queued frame counts for beside its bytes, so that empty frames are bounded too.</summary>
    public const int QueuedFrameOverheadBytes = 64;

    /// <summary>How many messages may wait for one link to open; later ones come back. 65,536 by default.</summary>
    public int MaxWaitingMessages { get; init => field = Positive(value); } =
        HyperactorSettings.Channels.MaxWaitingMessages.Default;

    /// <summary>
    /// How many accepted connections may be in the middle of their hello, per listener. 256 by default.
    /// </summary>
    public int MaxPendingHellos { get; init => field = Positive(value); } =
        HyperactorSettings.Channels.MaxPendingHellos.Default;

    /// <summary>How many links one listener keeps; later ones are refused as busy. 65,536 by default.</summary>
    public int MaxLinks { get; init => field = Positive(value); } = HyperactorSettings.Channels.MaxLinks.Default;

    /// <summary>How many connections may wait to be accepted. 512 by default.</summary>
    public int ListenBacklog { get; init => field = Positive(value); } = HyperactorSettings.Channels.ListenBacklog.Default;

    /// <summary>How long a connection may take to come about. 10 s by default.</summary>
    public TimeSpan ConnectTimeout { get; init => field = Positive(value); } =
        HyperactorSettings.Channels.ConnectTimeout.Default;

    /// <summary>How long the peer may take to say hello once connected. 10 s by default.</summary>
    public TimeSpan HelloTimeout { get; init => field = Positive(value); } =
        HyperactorSettings.Channels.HelloTimeout.Default;

    /// <summary>How long a close waits for the queue to leave and the peer to end. 5 s by default.</summary>
    public TimeSpan CloseTimeout { get; init => field = Positive(value); } =
        HyperactorSettings.Channels.CloseTimeout.Default;

    /// <summary>
    /// How long a listener rests after an accept that failed, as when no file handle is free. 100 ms.
    /// </summary>
    public TimeSpan AcceptRetryDelay { get; init => field = Positive(value); } =
        HyperactorSettings.Channels.AcceptRetryDelay.Default;

    /// <summary>Where all of the above is measured. The system's clock by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The limits and choices that a configuration says, as it is now.</summary>
    public static ChannelOptions From(Config config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return new()
        {
            AllowRemote = config.Get(HyperactorSettings.Channels.AllowRemote),
            MaxFrameBytes = config.Get(HyperactorSettings.Channels.MaxFrameBytes),
            MaxQueueBytes = config.Get(HyperactorSettings.Channels.MaxQueueBytes),
            MaxWaitingMessages = config.Get(HyperactorSettings.Channels.MaxWaitingMessages),
            MaxPendingHellos = config.Get(HyperactorSettings.Channels.MaxPendingHellos),
            MaxLinks = config.Get(HyperactorSettings.Channels.MaxLinks),
            ListenBacklog = config.Get(HyperactorSettings.Channels.ListenBacklog),
            ConnectTimeout = config.Get(HyperactorSettings.Channels.ConnectTimeout),
            HelloTimeout = config.Get(HyperactorSettings.Channels.HelloTimeout),
            CloseTimeout = config.Get(HyperactorSettings.Channels.CloseTimeout),
            AcceptRetryDelay = config.Get(HyperactorSettings.Channels.AcceptRetryDelay),
        };
    }

    private static int Positive(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        return value;
    }

    // A block holds a frame beside others, and an array ends at 2 GiB.
    private static int AtMostOneGiB(int value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1 << 30);
        return value;
    }

    private static long Positive(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        return value;
    }

    private static TimeSpan Positive(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
        return value;
    }
}
