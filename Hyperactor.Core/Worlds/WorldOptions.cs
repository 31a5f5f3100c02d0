namespace Hyperactor.Worlds;

/// <summary>How a world is launched.</summary>
public sealed record WorldOptions
{
    /// <summary>How many procs the world has: ranks 0 to <see cref="Procs"/> - 1.</summary>
    public int Procs { get; init; } = 4;

    /// <summary>What starts the procs.</summary>
    public Launcher Launcher { get; init; } = Launcher.Processes;

    /// <summary>How procs reach one another.</summary>
    public WorldTransport Transport { get; init; } = WorldTransport.Unix;

    /// <summary>
    /// How long all procs together may take to join; if one is late, none is kept. Null for what the configuration says:
    /// <see cref="HyperactorSettings.Worlds"/>.
    /// </summary>
    public TimeSpan? JoinDeadline { get; init; }

    /// <summary>
    /// How long procs may take to stop in order; then they are killed and named. Null for what the configuration says:
    /// <see cref="HyperactorSettings.Worlds"/>.
    /// </summary>
    public TimeSpan? StopDeadline { get; init; }

    /// <summary>
    /// The clock, the scheduler and the settings of the coordinator, and of procs in the same process. Processes that are
    /// started inherit what its configuration says beyond the defaults; limits that are given here stay here.
    /// </summary>
    public ProcOptions Proc { get; init; } = new();

    /// <summary>
    /// Takes each line that a process of the world prints; by default it goes to standard error behind the rank. Called
    /// from several threads.
    /// </summary>
    public Action<RankLine>? Output { get; init; }
}

/// <summary>How the procs of a world on one machine reach one another.</summary>
public enum WorldTransport
{
    /// <summary>Unix domain sockets in a directory of the world's own, which is removed afterwards.</summary>
    Unix,

    /// <summary>TCP on the loopback interface.</summary>
    Tcp,
}

/// <summary>A line that a process of a world printed.</summary>
/// <param name="Rank">Which rank.</param>
/// <param name="IsError">Whether it was printed to standard error.</param>
/// <param name="Text">The line.</param>
public readonly record struct RankLine(int Rank, bool IsError, string Text);
