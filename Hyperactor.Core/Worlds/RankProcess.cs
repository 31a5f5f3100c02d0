using System.Runtime.InteropServices;

namespace Hyperactor.Worlds;

/// <summary>
/// The other end of <see cref="Launcher.Processes"/>. A program that launches worlds begins with
/// <c>if (RankProcess.IsRank) { return await RankProcess.RunAsync(); }</c>.
/// </summary>
public static class RankProcess
{
    private static readonly TimeSpan LifelineGrace = TimeSpan.FromSeconds(1);

    /// <summary>Whether this process was started as a proc of a world.</summary>
    public static bool IsRank => Environment.GetEnvironmentVariable(BootInfo.Variable) is not null;

    /// <summary>Joins the world and hosts its actors, until the coordinator is done or gone.</summary>
    /// <param name="options">
    /// The clock, the scheduler and the settings of the proc; by default the settings that its launcher has handed down.
    /// </param>
    /// <returns>What <c>Main</c> returns: 0 if the world ended in order.</returns>
    /// <exception cref="WorldException">This process was not started by a coordinator.</exception>
    public static async Task<int> RunAsync(ProcOptions? options = null)
    {
        var boot = BootInfo.Decode(Environment.GetEnvironmentVariable(BootInfo.Variable) ?? throw new WorldException(
            $"{BootInfo.Variable} is not set: this process was not started as a proc of a world."));

        try
        {
            options = (options ?? new()).Configured();
        }
        catch (ConfigurationException e)
        {
            // It is somebody's typing mistake; the coordinator shows what is printed here, and a stack helps nobody.
            await Console.Error.WriteLineAsync($"{boot.World}[{boot.Rank}] {e.Message}");
            return 1;
        }

        // Ctrl-C reaches every process of the terminal; what follows from it is the coordinator's to decide.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static c => c.Cancel = true);
        using var released = new CancellationTokenSource();
        var lifeline = WatchLifelineAsync(released);
        var reason = await RankNode.RunAsync(boot, options, released.Token);
        if (reason is not null)
        {
            await Console.Error.WriteLineAsync($"{boot.World}[{boot.Rank}] {reason}");
        }

        // A coordinator that is gone takes its links and the lifeline with it; which is noticed first is chance.
        var grace = Task.Delay(LifelineGrace, options.Time);
        if (await Task.WhenAny(lifeline, grace) == lifeline && reason is not null)
        {
            WorldPaths.RemoveOrphaned(boot);
        }

        return reason is null ? 0 : 1;
    }

    /// <summary>Standard input ends when the coordinator lets go of it or is gone, however it went.</summary>
    private static async Task WatchLifelineAsync(CancellationTokenSource released)
    {
        var buffer = new byte[64];
        await using var input = Console.OpenStandardInput();
        while (await input.ReadAsync(buffer) > 0)
        {
            // Nothing is said on the lifeline; only its end means something.
        }

        await released.CancelAsync();
    }
}
