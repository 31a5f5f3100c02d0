namespace Hyperactor.Worlds;

/// <summary>Starts the procs of a world.</summary>
public abstract class Launcher
{
    private protected Launcher()
    {
    }

    /// <summary>
    /// One process for each proc, on this machine: this program starts itself again. Its <c>Main</c> must hand over to
    /// <see cref="RankProcess"/> when it finds that it is one of them.
    /// </summary>
    public static Launcher Processes { get; } = new ProcessLauncher(ProcessLauncher.ThisProgram());

    /// <summary>All procs in this process.</summary>
    public static Launcher InProcess { get; } = new InProcessLauncher();

    /// <summary>One process for each proc, on this machine, of another program.</summary>
    /// <param name="fileName">The program; it must hand over to <see cref="RankProcess"/>.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Launcher Program(string fileName, params IReadOnlyList<string> arguments) =>
        new ProcessLauncher([fileName, .. arguments]);

    /// <summary>Starts one proc; it joins by itself.</summary>
    internal abstract LaunchedRank Launch(BootInfo boot, WorldOptions options);
}

/// <summary>A proc that was started.</summary>
internal abstract class LaunchedRank(int rank) : IAsyncDisposable
{
    /// <summary>Its rank.</summary>
    internal int Rank => rank;

    /// <summary>Completes when it has ended, however it did, with how it did.</summary>
    internal abstract Task<RankExit> Exit { get; }

    /// <summary>The process that it runs in.</summary>
    internal abstract int ProcessId { get; }

    /// <summary>Lets it know that its coordinator is done with it.</summary>
    internal abstract void Release();

    /// <summary>Ends it by force.</summary>
    internal abstract void Kill();

    /// <summary>Kills it if it runs, and waits for it.</summary>
    public abstract ValueTask DisposeAsync();
}

/// <summary>How a proc ended.</summary>
/// <param name="InOrder">Whether it ended as it should when it is asked to.</param>
/// <param name="Reason">How, for people.</param>
/// <param name="ErrorTail">The last lines that it printed to standard error.</param>
internal sealed record RankExit(bool InOrder, string Reason, IReadOnlyList<string> ErrorTail);
