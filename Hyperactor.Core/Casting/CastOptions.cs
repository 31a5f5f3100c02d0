namespace Hyperactor;

/// <summary>How a cast is spread and how long its replies are waited for.</summary>
public sealed record CastOptions
{
    /// <summary>What a cast does unless told otherwise.</summary>
    public static CastOptions Default { get; } = new();

    /// <summary>How many parts each node of the tree hands on to; from 2 to 64.</summary>
    public int Fanout { get; init; } = 8;

    /// <summary>How long replies are waited for; after that the ranks that are missing have failed.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What the message carries beside itself to every member (<see cref="Context.Headers"/>).</summary>
    public Attrs Headers { get; init; } = Attrs.Empty;
}
