using System.Globalization;
using Spectre.Console;

namespace DigitsTraining;

/// <summary>A bar for people, with loss and accuracy beside it.</summary>
/// <param name="console">The terminal.</param>
internal sealed class BarProgress(IAnsiConsole console) : TrainingProgress
{
    internal override void Say(string line) => console.WriteLine(line);

    internal override void Warn(string line) => console.WriteLine(line);

    internal override Task<T> ShowAsync<T>(int epochs, Func<Action<EpochReport>, Task<T>> run) => console
        .Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
        .StartAsync(progress =>
        {
            var bar = progress.AddTask("training", maxValue: Math.Max(epochs, 1));
            return run(report =>
            {
                bar.Value = report.Epoch;
                bar.Description = string.Create(
                    CultureInfo.InvariantCulture,
                    $"loss {report.HeldOut.Loss:F4}  accuracy {report.HeldOut.Accuracy:F4}");
            });
        });
}
