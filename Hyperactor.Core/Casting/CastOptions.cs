namespace Hyperactor;

/// <summary>
/// How a cast is spread and how long its replies are waited for. What is null is as the configuration of the sender's proc
/// says when the cast begins: see <see cref="HyperactorSettings.Casting"/>.
/// </summary>
public sealed record CastOptions
{
    /// <summary>All as the configuration says.</summary>
    public static CastOptions Default { get; } = new();

    /// <summary>How many parts each node of the tree hands on to; from 2 to 64.</summary>
    public int? Fanout { get; init; }

    /// <summary>How long replies are waited for; after that the ranks that are missing have failed.</summary>
    public TimeSpan? Deadline { get; init; }
}
