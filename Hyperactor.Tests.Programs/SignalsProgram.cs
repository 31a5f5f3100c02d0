using System.Globalization;

namespace Hyperactor.Tests.Programs;

/// <summary>Registers cleanups as its words say, and waits for a signal.</summary>
internal static class SignalsProgram
{
    internal static async Task<int> RunAsync(string[] steps)
    {
        var process = HyperactorProcess.Initialize(new()
        {
            CleanupTimeout = Limit(steps, "all:"),
            CleanupTimeoutEach = Limit(steps, "each:"),
        });
        long last = 0;
        foreach (var step in steps.Where(s => !s.Contains(':', StringComparison.Ordinal)))
        {
            if (step == "unregister")
            {
                Console.WriteLine($"unregistered {process.Signals.Unregister(last)}");
            }
            else
            {
                last = process.Signals.Register(token => CleanAsync(process, step, token));
            }
        }

        Lifeline.Ready();
        return await Lifeline.UntilEndAsync();
    }

    /// <summary>The milliseconds behind a name, or much time.</summary>
    private static TimeSpan Limit(string[] steps, string name) =>
        steps.FirstOrDefault(s => s.StartsWith(name, StringComparison.Ordinal)) is { } step
            ? TimeSpan.FromMilliseconds(int.Parse(step[name.Length..], CultureInfo.InvariantCulture))
            : TimeSpan.FromSeconds(60);

    private static async ValueTask CleanAsync(HyperactorProcess process, string step, CancellationToken token)
    {
        Console.WriteLine($"cleaning {step}");
        switch (step)
        {
            case "throw":
                throw new InvalidOperationException("the cleanup broke");
            case "hang":
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
                break;
            case "block":
                new ManualResetEvent(false).WaitOne();
                break;
            case "wait":
                await Task.Delay(Timeout.Infinite, token);
                break;
            case "more":
                process.Signals.Register(_ => CleanAsync(process, "late", default));
                break;
            default:
                await Task.Yield();
                break;
        }

        Console.WriteLine($"cleaned {step}");
    }
}
