using Hyperactor.Worlds;

namespace DigitsTraining;

/// <summary>From the words on the command line to an exit code.</summary>
internal static class TrainingProgram
{
    /// <summary>Does what the words say.</summary>
    /// <returns>What <c>Main</c> returns.</returns>
    internal static async Task<int> RunAsync(string[] args)
    {
        var command = new TrainingCommand();
        var parsed = command.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Complain(ExitCode.BadInput, [.. parsed.Errors.Select(e => e.Message), "Try --help."]);
        }

        // Help and version are actions; training is what is left.
        return parsed.Action is null ? await TrainAsync(command.Read(parsed)) : await parsed.InvokeAsync();
    }

    private static async Task<int> TrainAsync(TrainingOptions options)
    {
        using var signals = new StopSignals();
        try
        {
            var job = new TrainingJob(options, DigitsFile.Read(options.Data), TrainingProgress.ForConsole());
            var result = await job.RunAsync(signals.Token);
            Console.WriteLine($"weights={result.Fingerprint}");
            Console.WriteLine(result);
            return ExitCode.Done;
        }
        catch (BadInputException e)
        {
            return Complain(ExitCode.BadInput, e.Message);
        }
        catch (Exception e) when (e is TrainingFailedException or WorldException)
        {
            return Complain(ExitCode.Failed, e.Message);
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
