using System.Diagnostics;
using Hyperactor;
using Hyperactor.Worlds;

namespace DigitsTraining;

/// <summary>
/// The coordinator: launches a world, spawns a trainer on each rank and gives it its rows, then casts the weights epoch
/// by epoch and steps along the one gradient that comes back.
/// </summary>
/// <param name="options">What to train on and how.</param>
/// <param name="digits">The rows.</param>
/// <param name="progress">Where it is shown.</param>
internal sealed class TrainingJob(TrainingOptions options, Digits digits, TrainingProgress progress)
{
    private const double WeightDecay = 0.001;

    /// <summary>A gradient takes milliseconds; who is not heard of in this time is lost.</summary>
    private static readonly CastOptions Patience = new() { Deadline = TimeSpan.FromSeconds(10) };

    /// <summary>How long the cause of a loss may take to be known once the loss is.</summary>
    private static readonly TimeSpan CauseDelay = TimeSpan.FromSeconds(2);

    private readonly (Digits Training, Digits HeldOut) _split = digits.Split();

    /// <summary>Runs the job. However it ends, no process is left behind.</summary>
    /// <exception cref="BadInputException">There are more trainers than rows.</exception>
    /// <exception cref="TrainingFailedException">A trainer was lost or broke; the message names its rank.</exception>
    /// <exception cref="WorldException">The world could not be launched.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    internal async Task<TrainingResult> RunAsync(CancellationToken cancellation)
    {
        if (options.Procs > _split.Training.Count)
        {
            throw new BadInputException(
                $"--procs {options.Procs} is too many: there are {_split.Training.Count} rows to train on.");
        }

        var start = Stopwatch.GetTimestamp();
        var world = await World.LaunchAsync(
            "digits",
            new WorldOptions
            {
                Procs = options.Procs,
                Launcher = options.Launcher == LauncherKind.Processes ? Launcher.Processes : Launcher.InProcess,
                Transport = options.Transport,
                Output = line => progress.Warn($"[{line.Rank}] {line.Text}"),
            },
            cancellation);
        TrainingResult result;
        await using (world)
        {
            try
            {
                result = await TrainUnlessItFailsAsync(world, cancellation);
            }
            finally
            {
                // In order: what the trainers have accepted is done first. What is late is killed, and told.
                foreach (var late in await world.StopAsync())
                {
                    progress.Warn($"late to stop: {late}");
                }
            }
        }

        return result with { Elapsed = Stopwatch.GetElapsedTime(start) };
    }

    /// <summary>A world that fails ends the training at once, and says why.</summary>
    private async Task<TrainingResult> TrainUnlessItFailsAsync(World world, CancellationToken cancellation)
    {
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var training = TrainAsync(world, abandon.Token);
        await Task.WhenAny(training, world.Failure);
        try
        {
            if (world.Failure.IsCompleted)
            {
                await abandon.CancelAsync();
            }

            return await training;
        }
        catch (Exception e) when (IsLoss(e) && !cancellation.IsCancellationRequested)
        {
            var cause = await Task.WhenAny(world.Failure, Task.Delay(CauseDelay, cancellation)) == world.Failure
                ? (await world.Failure).ToString()
                : e.Message;
            throw new TrainingFailedException($"The training failed: {cause}");
        }
    }

    private static bool IsLoss(Exception e) =>
        e is CallException or CastIncompleteException or WorldException or OperationCanceledException;

    private async Task<TrainingResult> TrainAsync(World world, CancellationToken cancellation)
    {
        await using var client = world.Attach("coordinator");
        var gang = await world.SpawnAsync<Trainer>(client, "trainer", new TrainerOptions(WeightDecay), cancellation);
        await LoadAsync(gang, client, cancellation);
        return await progress.ShowAsync(
            options.Epochs, report => DescendAsync(gang, client, report, cancellation));
    }

    /// <summary>Gives each rank its rows.</summary>
    private async Task LoadAsync(GangRef<Trainer> gang, Client client, CancellationToken cancellation)
    {
        var how = $"{options.Launcher}, {options.Transport}".ToLowerInvariant();
        progress.Say(
            $"{_split.Training.Count} rows to train on, {_split.HeldOut.Count} held out, {gang.Size} trainers ({how})");
        var shards = Enumerable.Range(0, gang.Size).Select(rank => _split.Training.Shard(rank, gang.Size)).ToArray();
        var processes = await Task.WhenAll(shards.Select((shard, rank) =>
            gang[rank].LoadAsync(client, shard.Pixels, shard.Labels, cancellation).AsTask()));
        for (var rank = 0; rank < shards.Length; rank++)
        {
            progress.Say($"rank {rank}: {shards[rank].Count} rows, process {processes[rank]}");
        }
    }

    /// <summary>Casts the weights, receives one gradient, steps; as often as it was asked.</summary>
    private async Task<TrainingResult> DescendAsync(
        GangRef<Trainer> gang, Client client, Action<EpochReport> report, CancellationToken cancellation)
    {
        var weights = SoftmaxModel.Start(options.Seed);
        var momentum = new Momentum();
        var deliveries = 0;
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            var cast = await gang.ReduceAsync<Step, Gradient, SumGradient>(
                client, port => new Step(epoch, weights, port), Patience, cancellation);
            var gradient = cast.ValueOrThrow();
            weights = momentum.Step(weights, gradient);
            deliveries += cast.Replied;
            var score = SoftmaxModel.Evaluate(weights, _split.HeldOut);
            report(new(epoch, options.Epochs, gradient.Loss / gradient.Rows, score));
        }

        return new(
            weights,
            SoftmaxModel.Evaluate(weights, _split.HeldOut),
            gang.Size,
            options.Epochs,
            Casts: options.Epochs,
            deliveries,
            Elapsed: default);
    }
}
