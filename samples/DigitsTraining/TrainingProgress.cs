using Spectre.Console;

namespace DigitsTraining;

/// <summary>Shows a person, or a log, how the training goes.</summary>
internal abstract class TrainingProgress
{
    /// <summary>A bar if somebody sits at a terminal, else lines.</summary>
    internal static TrainingProgress ForConsole() =>
        AnsiConsole.Profile.Capabilities is { Interactive: true, Ansi: true } && !Console.IsOutputRedirected
            ? new BarProgress(AnsiConsole.Console)
            : new PlainProgress(Console.Out, Console.Error, TimeProvider.System);

    /// <summary>Shows a line.</summary>
    internal abstract void Say(string line);

    /// <summary>Shows a line that is no part of the result. From any thread.</summary>
    internal abstract void Warn(string line);

    /// <summary>Runs the epochs, and shows what each one reports.</summary>
    internal abstract Task<T> ShowAsync<T>(int epochs, Func<Action<EpochReport>, Task<T>> run);
}
