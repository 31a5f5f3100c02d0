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
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public int? Fanout { get; init => field = Checked(value); }

    /// <summary>How long replies are waited for; after that the ranks that are missing have failed.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>What the message carries beside itself to every member (<see cref="Context.Headers"/>).</summary>
    public Attrs Headers { get; init; } = Attrs.Empty;

    // Relays take a cast by any other number for nonsense, and nobody would be told.
    private static int? Checked(int? fanout) => fanout is null or (>= 2 and <= 64)
        ? fanout
        : throw new ArgumentOutOfRangeException(
            nameof(fanout), fanout, $"{nameof(CastOptions)}.{nameof(Fanout)} is from 2 to 64.");
}
