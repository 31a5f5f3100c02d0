namespace Hyperactor.Worlds;

/// <summary>What ended a world: the first thing that went wrong in one of its procs.</summary>
/// <param name="Rank">The rank.</param>
/// <param name="Reason">What happened, for people: an exit code or a signal, or the failure of an actor.</param>
/// <param name="ErrorTail">The last lines that its process printed to standard error.</param>
public sealed record WorldFailure(int Rank, string Reason, IReadOnlyList<string> ErrorTail)
{
    /// <inheritdoc/>
    public override string ToString() => $"rank {Rank} {Reason}";
}
