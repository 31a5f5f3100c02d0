namespace Hyperactor;

/// <summary>A gang was asked and some of its ranks did not reply.</summary>
/// <param name="expected">How many ranks were asked.</param>
/// <param name="replied">How many replied.</param>
/// <param name="failed">The ranks that did not, with the reasons.</param>
public sealed class CastIncompleteException(int expected, int replied, IReadOnlyList<RankFailure> failed)
    : Exception($"{replied} of {expected} ranks replied; {Describe(failed)}")
{
    private const int NamedMax = 8;

    /// <summary>The ranks that did not reply, with the reasons.</summary>
    public IReadOnlyList<RankFailure> Failed { get; } = failed;

    private static string Describe(IReadOnlyList<RankFailure> failed)
    {
        var named = string.Join("; ", failed.Take(NamedMax).Select(f => $"rank {f.Rank}: {f.Reason}"));
        return failed.Count <= NamedMax ? named : $"{named}; and {failed.Count - NamedMax} more";
    }
}
