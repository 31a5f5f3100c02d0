using Hyperactor.Worlds;
using Spectre.Console;

namespace DigitsTraining;

/// <summary>Shows a person, or a log, how the training goes.</summary>
internal abstract class TrainingProgress
{
    /// <summary>A bar if somebody sits at a terminal, else lines.</summary>
    internal static TrainingProgress ForConsole() =>
        AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected
            ? new BarProgress(AnsiConsole.Console)
            : new PlainProgress(Console.Out, Console.Error, TimeProvider.System);

    /// <summary>Shows a line.</summary>
    internal abstract void Say(string line);

    /// <summary>Shows what a process of the world printed. Called from several threads.</summary>
    internal abstract void Relay(RankLine line);

    /// <summary>Runs the epochs, and shows what each one reports.</summary>
    internal abstract Task<T> ShowAsync<T>(int epochs, Func<Action<EpochReport>, Task<T>> run);

    private protected static string Format(RankLine line) => $"[{line.Rank}] {line.Text}";
}
