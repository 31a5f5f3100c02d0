namespace Hyperactor.Tests.EndToEnd;

/// <summary>What becomes of the job when processes of it are killed or asked to stop.</summary>
[Category("EndToEnd")]
[NonParallelizable]
[Platform("Linux")]
[CancelAfter(120_000)]
public sealed class TrainingLossTests
{
    private static readonly string[] Endless = ["--epochs", "100000000"];

    [Test]
    public async Task A_trainer_that_is_killed_ends_the_job_and_is_named(
        [Values("unix", "tcp")] string transport, [Values(0, 2)] int rank)
    {
        await using var process = TrainingProcess.Start([.. Endless, "--transport", transport]);
        var trainers = await process.TrainersAsync();
        var start = TimeProvider.System.GetTimestamp();
        TrainingProcess.Signal(trainers[rank], TrainingProcess.SigKill);
        var end = await process.EndAsync();
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        Assert.Multiple(() =>
        {
            Assert.That(end.ExitCode, Is.EqualTo(1));
            Assert.That(end.Errors, Does.Contain(
                $"rank {rank} (process {trainers[rank]}) was killed by signal 9 (SIGKILL)"));
            Assert.That(seconds, Is.LessThan(10));
            Assert.That(process.Left(), Is.Empty);
            Assert.That(process.Files, Is.Empty);
        });
    }

    [Test]
    public async Task Trainers_that_are_killed_together_are_lost_and_not_late()
    {
        await using var process = TrainingProcess.Start(Endless);
        foreach (var trainer in await process.TrainersAsync())
        {
            TrainingProcess.Signal(trainer, TrainingProcess.SigKill);
        }

        var end = await process.EndAsync();
        Assert.Multiple(() =>
        {
            Assert.That(end.ExitCode, Is.EqualTo(1));
            Assert.That(end.Errors.Trim(), Does.Match(@"^The training failed: rank \d \(process \d+\) was killed by .*$"));
            Assert.That(process.Left(), Is.Empty);
        });
    }

    [Test]
    public async Task A_coordinator_that_is_killed_takes_its_trainers_along([Values("unix", "tcp")] string transport)
    {
        await using var process = TrainingProcess.Start([.. Endless, "--transport", transport]);
        var trainers = await process.TrainersAsync();
        var before = process.Left();
        var start = TimeProvider.System.GetTimestamp();
        process.Signal(TrainingProcess.SigKill);
        await process.GoneAsync();
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        Assert.Multiple(() =>
        {
            Assert.That(before, Is.SupersetOf(trainers));
            Assert.That(seconds, Is.LessThan(2));
            Assert.That(process.Files, Is.Empty);
        });
    }

    [TestCase(TrainingProcess.SigInt, 130)]
    [TestCase(TrainingProcess.SigTerm, 143)]
    public async Task A_signal_stops_everything_in_order(int signal, int exitCode)
    {
        await using var process = TrainingProcess.Start(Endless);
        await process.TrainersAsync();
        process.Signal(signal);
        var end = await process.EndAsync();
        Assert.Multiple(() =>
        {
            Assert.That(end.ExitCode, Is.EqualTo(exitCode));
            Assert.That(end.Errors.Trim(), Is.EqualTo("Stopped; no trainer is left."));
            Assert.That(process.Left(), Is.Empty);
            Assert.That(process.Files, Is.Empty);
        });
    }

    [Test]
    public async Task Ctrl_C_reaches_the_trainers_too_and_they_leave_the_order_to_the_coordinator()
    {
        await using var process = TrainingProcess.Start(Endless);
        foreach (var trainer in await process.TrainersAsync())
        {
            TrainingProcess.Signal(trainer, TrainingProcess.SigInt);
        }

        process.Signal(TrainingProcess.SigInt);
        var end = await process.EndAsync();
        Assert.Multiple(() =>
        {
            Assert.That(end.ExitCode, Is.EqualTo(130));
            Assert.That(end.Errors.Trim(), Is.EqualTo("Stopped; no trainer is left."));
            Assert.That(process.Left(), Is.Empty);
            Assert.That(process.Files, Is.Empty);
        });
    }
}
