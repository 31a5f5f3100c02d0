using System.CommandLine;
using Hyperactor;
using Hyperactor.Worlds;
using Spectre.Console;

namespace DigitsTraining;

/// <summary>The command line: which settings of the runtime apply, and which layer each comes from.</summary>
internal sealed class ConfigCommand : Command
{
    private readonly Option<bool> _rank = new("--rank")
    {
        Description = "As a process of a world sees them, which inherits them from its coordinator.",
    };

    internal ConfigCommand()
        : base("config", "Shows the settings of the runtime.")
    {
        var dump = new Command("dump", "Lists all settings with the value and the layer that won.") { _rank };
        dump.SetAction((parsed, cancellation) => TrainingProgram.GuardAsync(
            () => parsed.GetValue(_rank) ? DumpRankAsync(cancellation) : DumpAsync()));
        Add(dump);
    }

    private static Task DumpAsync()
    {
        var rows = Config.Load().Dump();
        if (Console.IsOutputRedirected)
        {
            Console.Write(rows);
            return Task.CompletedTask;
        }

        var table = new Table().AddColumns("setting", "value", "default", "layer", "source");
        foreach (var row in rows)
        {
            table.AddRow(
                Markup.Escape(row.Name),
                Markup.Escape(row.Value),
                Markup.Escape(row.Default),
                row.Layer == ConfigLayer.Default ? "" : $"[yellow]{row.Layer}[/]",
                Markup.Escape(row.Source));
        }

        AnsiConsole.Write(table);
        return Task.CompletedTask;
    }

    private static async Task DumpRankAsync(CancellationToken cancellation)
    {
        await using var world = await World.LaunchAsync("config", new WorldOptions { Procs = 1 }, cancellation);
        await using var client = world.Attach("client");
        var gang = await world.SpawnAsync<ConfigReporter>(client, "reporter", cancellation);
        Console.Write(await gang[0].DumpAsync(client, cancellation));
    }
}
