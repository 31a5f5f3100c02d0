using System.Globalization;

namespace Hyperactor.Tests.EndToEnd;

/// <summary>The job as users run it.</summary>
[Category("EndToEnd")]
[NonParallelizable]
[Platform("Linux")]
[CancelAfter(120_000)]
public sealed class TrainingTests
{
    private const double OneRow = 1.0 / 359;

    [Test]
    public async Task The_defaults_recognize_95_of_100_digits_over_four_processes()
    {
        await using var process = TrainingProcess.Start();
        var trainers = await process.TrainersAsync();
        var end = await process.EndAsync();
        Assert.Multiple(() =>
        {
            Assert.That(end.ExitCode, Is.Zero, end.Errors);
            Assert.That(end.Errors, Is.Empty);
            Assert.That(trainers.Distinct().Count(), Is.EqualTo(4));
            Assert.That(end.Output[^2], Does.Match("^weights=[0-9a-f]{16}$"));
            Assert.That(end.Output[^1], Does.Match(
                @"^accuracy=0\.\d{4} loss=0\.\d{4} procs=4 epochs=100 casts=100 deliveries=400 seconds=\d+\.\d{2}$"));
            Assert.That(Accuracy(end), Is.GreaterThanOrEqualTo(0.95));
            Assert.That(process.Left(), Is.Empty);
            Assert.That(process.Files, Is.Empty);
        });
    }

    [Test]
    public async Task One_seed_gives_the_same_bits_whatever_runs_the_procs_and_joins_them()
    {
        var processes = await TrainAsync("--epochs", "5");
        var tcp = await TrainAsync("--epochs", "5", "--transport", "tcp");
        var inProcess = await TrainAsync("--epochs", "5", "--launcher", "inprocess");
        var otherSeed = await TrainAsync("--epochs", "5", "--launcher", "inprocess", "--seed", "2");
        Assert.Multiple(() =>
        {
            Assert.That(tcp["weights"], Is.EqualTo(processes["weights"]));
            Assert.That(inProcess["weights"], Is.EqualTo(processes["weights"]));
            Assert.That(otherSeed["weights"], Is.Not.EqualTo(processes["weights"]));
        });
    }

    [Test]
    public async Task The_number_of_procs_changes_the_accuracy_by_no_more_than_rounding()
    {
        var one = await TrainAsync("--procs", "1");
        foreach (var procs in new[] { "3", "4" })
        {
            var more = await TrainAsync("--procs", procs, "--launcher", "inprocess");
            Assert.That(Accuracy(more), Is.EqualTo(Accuracy(one)).Within(OneRow), procs);
        }
    }

    [Test]
    public async Task A_deeper_tree_than_one_level_trains_as_well()
    {
        var end = await TrainAsync("--procs", "20", "--launcher", "inprocess", "--epochs", "20");
        Assert.Multiple(() =>
        {
            Assert.That(Accuracy(end), Is.GreaterThan(0.9));
            Assert.That(end["deliveries"], Is.EqualTo("400"));
        });
    }

    [Test]
    public async Task No_epochs_train_nothing_and_still_measure()
    {
        var end = await TrainAsync("--epochs", "0", "--launcher", "inprocess", "--procs", "2");
        Assert.That(end["casts"], Is.EqualTo("0"));
    }

    private static async Task<TrainingEnd> TrainAsync(params string[] arguments)
    {
        var end = await TrainingProcess.RunAsync(arguments);
        Assert.That(end.ExitCode, Is.Zero, end.Errors);
        return end;
    }

    private static double Accuracy(TrainingEnd end) => double.Parse(end["accuracy"], CultureInfo.InvariantCulture);
}
