namespace DigitsTraining;

/// <summary>Lines for logs: the first epoch, the last, and at most one a second between them.</summary>
/// <param name="output">Takes the lines.</param>
/// <param name="errors">Takes what is no part of the result.</param>
/// <param name="time">The clock.</param>
internal sealed class PlainProgress(TextWriter output, TextWriter errors, TimeProvider time) : TrainingProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private long _shown;

    internal override void Say(string line) => output.WriteLine(line);

    internal override void Warn(string line) => errors.WriteLine(line);

    internal override Task<T> ShowAsync<T>(int epochs, Func<Action<EpochReport>, Task<T>> run) => run(Show);

    private void Show(EpochReport report)
    {
        if (report.Epoch == 1 || report.Epoch == report.Of || time.GetElapsedTime(_shown) >= Interval)
        {
            _shown = time.GetTimestamp();
            output.WriteLine(report);
        }
    }
}
