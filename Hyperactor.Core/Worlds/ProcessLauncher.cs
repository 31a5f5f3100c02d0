using System.Diagnostics;

namespace Hyperactor.Worlds;

/// <summary>Starts procs as processes of this machine.</summary>
/// <param name="command">The program and its arguments.</param>
internal sealed class ProcessLauncher(IReadOnlyList<string> command) : Launcher
{
    /// <summary>How this program was started, as far as it takes to start it again.</summary>
    internal static IReadOnlyList<string> ThisProgram()
    {
        var program = Environment.ProcessPath
            ?? throw new WorldException("The path of this program is unknown; name one with Launcher.Program.");

        // Under the `dotnet` host the program is the assembly, which is the first word of the command line.
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? [program, Environment.GetCommandLineArgs()[0]]
            : [program];
    }

    internal override LaunchedRank Launch(BootInfo boot, WorldOptions options)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment[BootInfo.Variable] = boot.Encode();
        HandDown(options.Proc.Config!, start.Environment);
        try
        {
            var process = Process.Start(start)
                ?? throw new WorldException($"rank {boot.Rank}: {command[0]} did not start.");
            return new ProcessRank(boot.Rank, process, options.Output ?? PrintLine);
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            throw new WorldException($"rank {boot.Rank}: {command[0]} did not start: {e.Message}", e);
        }
    }

    /// <summary>
    /// The process sees what this one sees: beyond the defaults, values are handed down; the file that they came from, and
    /// variables that the program has overruled, would only speak against them.
    /// </summary>
    internal static void HandDown(Config config, IDictionary<string, string?> environment)
    {
        environment[ConfigSources.InheritedVariable] = ConfigSources.WriteInherited(config.Explicit());
        environment.Remove(ConfigSources.FileVariable);
        foreach (var variable in config.OverruledVariables())
        {
            environment.Remove(variable);
        }
    }

    private static void PrintLine(RankLine line) => Console.Error.WriteLine($"[{line.Rank}] {line.Text}");
}
