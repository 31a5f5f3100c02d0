using System.Globalization;

namespace Hyperactor.Tests.Programs.Codecs;

/// <summary>The tests of codecs as a program, so that they can be run where it was compiled to native code.</summary>
internal static class CodecsProgram
{
    private const int RoundTrips = 200;
    private const int Seed = 1;

    /// <summary>Runs all of them.</summary>
    /// <returns>Zero if nothing went wrong.</returns>
    internal static int Run(int payloads)
    {
        var problems = CodecSubjects.All
            .SelectMany(static s => Enumerable.Range(0, RoundTrips).Select(i => s.RoundTrip(new Random(i)) is { } why ? $"{s}: {why}" : null))
            .OfType<string>()
            .ToList();
        var fuzz = new CodecFuzz(Seed);
        problems.AddRange(fuzz.Run(payloads));
        foreach (var problem in problems)
        {
            Console.WriteLine(problem);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"codecs: types={CodecSubjects.All.Count} round_trips={CodecSubjects.All.Count * RoundTrips} payloads={payloads} "
            + $"values={fuzz.Values} refused={fuzz.Refused} most_bytes_per_byte={fuzz.MostPerByte:0.0} problems={problems.Count}"));
        return problems.Count == 0 ? 0 : 1;
    }
}
