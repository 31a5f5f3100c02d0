using System.Globalization;
using Hyperactor.Processes;

namespace Hyperactor.Tests.Programs;

/// <summary>
/// Prints what signals do to this process, and what they do once a cleanup was registered and taken out again.
/// </summary>
internal static class DispositionsProgram
{
    internal static int Run(string[] signals)
    {
        int[] numbers = [.. signals.Select(s => int.Parse(s, CultureInfo.InvariantCulture))];
        Print("before", numbers);
        var cleanups = HyperactorProcess.Initialize().Signals;
        Print("initialized", numbers);
        cleanups.RegisterScoped(_ => default).Dispose();
        Print("after", numbers);
        return 0;
    }

    private static void Print(string when, int[] signals)
    {
        foreach (var signal in signals)
        {
            Console.WriteLine($"{when} {signal} {Signals.DispositionOf(signal).ToText()}");
        }
    }
}
