namespace Hyperactor.Casting;

/// <summary>A run of ranks: from <paramref name="Low"/> to before <paramref name="High"/>.</summary>
internal readonly record struct RankRange(int Low, int High)
{
    internal int Count => High - Low;
}

/// <summary>
/// The tree of a cast, which exists nowhere: the node of a run of ranks is its first rank, and its children are the
/// equal parts of the rest. Who is above and below follows from the run and the fan-out alone, so it needs no set-up
/// and no table of members.
/// </summary>
internal static class CastTree
{
    /// <summary>
    /// Cuts a run into at most <paramref name="fanout"/> contiguous parts, in order, whose sizes differ by one at most
    /// and of which the earlier are the larger.
    /// </summary>
    internal static RankRange[] Cut(RankRange whole, int fanout)
    {
        var parts = new RankRange[Math.Min(fanout, whole.Count)];
        var low = whole.Low;
        for (var i = 0; i < parts.Length; i++)
        {
            var count = (whole.High - low + parts.Length - i - 1) / (parts.Length - i);
            parts[i] = new(low, low + count);
            low += count;
        }

        return parts;
    }

    /// <summary>The parts below the node of a run.</summary>
    internal static RankRange[] Children(RankRange run, int fanout) => Cut(run with { Low = run.Low + 1 }, fanout);
}
