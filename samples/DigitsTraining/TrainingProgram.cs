using System.CommandLine;
using Hyperactor;
using Hyperactor.Worlds;

namespace DigitsTraining;

/// <summary>From the words on the command line to an exit code.</summary>
internal static class TrainingProgram
{
    // Signals are the program's own affair (StopSignals), and what it does not expect must not look like a plain failure.
    private static readonly InvocationConfiguration Invocation = new()
    {
        ProcessTerminationTimeout = null,
        EnableDefaultExceptionHandler = false,
    };

    /// <summary>Does what the words say.</summary>
    /// <returns>What <c>Main</c> returns.</returns>
    internal static async Task<int> RunAsync(string[] args)
    {
        var parsed = new TrainingCommand().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Complain(ExitCode.BadInput, [.. parsed.Errors.Select(e => e.Message), "Try --help."]);
        }

        return await parsed.InvokeAsync(Invocation);
    }

    /// <summary>Runs something, and tells what can go wrong in one line.</summary>
    /// <returns>What <c>Main</c> returns.</returns>
    internal static async Task<int> GuardAsync(Func<Task> run)
    {
        try
        {
            await run();
            return ExitCode.Done;
        }
        catch (Exception e) when (e is BadInputException or ConfigurationException)
        {
            return Complain(ExitCode.BadInput, e.Message);
        }
        catch (Exception e) when (e is TrainingFailedException or WorldException)
        {
            return Complain(ExitCode.Failed, e.Message);
        }
    }

    /// <summary>Trains.</summary>
    /// <returns>What <c>Main</c> returns.</returns>
    internal static async Task<int> TrainAsync(TrainingOptions options)
    {
        using var signals = new StopSignals();
        try
        {
            return await GuardAsync(async () =>
            {
                var job = new TrainingJob(options, DigitsFile.Read(options.Data), TrainingProgress.ForConsole());
                var result = await job.RunAsync(signals.Token);
                Console.WriteLine($"weights={result.Fingerprint}");
                Console.WriteLine(result);
            });
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            return Complain(signals.ExitCode, "Stopped; no trainer is left.");
        }
    }

    private static int Complain(int exitCode, params IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Console.Error.WriteLine(line);
        }

        return exitCode;
    }
}
