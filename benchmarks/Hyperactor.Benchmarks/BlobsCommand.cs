using System.CommandLine;
using System.Globalization;
using Hyperactor.Benchmarks.Blobs;

namespace Hyperactor.Benchmarks;

/// <summary><c>blobs</c>: large one-way messages between two procs of this process, over real sockets.</summary>
internal static class BlobsCommand
{
    private const int MiB = 1 << 20;

    internal static Command Create()
    {
        var rounds = new Option<int>("--rounds")
        {
            Description = "How often each case is measured; the median is shown.",
            DefaultValueFactory = _ => 7,
        };
        var command = new Command("blobs", "One-way messages of 1 MiB and 64 MiB: speed, and what they allocate.") { rounds };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(rounds)));
        return command;
    }

    private static async Task RunAsync(int rounds)
    {
        Console.WriteLine("| over | items | size | GB/s | allocated a message |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var kind in new[] { "tcp", "unix", "same proc" })
        {
            foreach (var (bytes, count) in new[] { (MiB, 512), (64 * MiB, 12) })
            {
                await MeasureAsync<byte>(kind, "byte", bytes, count, rounds);
                await MeasureAsync<float>(kind, "float", bytes, count, rounds);
            }
        }
    }

    private static async Task MeasureAsync<T>(string kind, string items, int bytes, int count, int rounds)
        where T : unmanaged
    {
        await using var pair = await BlobPair<T>.StartAsync(kind, bytes);
        await pair.SendAsync(Math.Max(count / 4, 2));
        var results = new (double GBps, double Allocated)[rounds];
        for (var i = 0; i < rounds; i++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var start = TimeProvider.System.GetTimestamp();
            await pair.SendAsync(count);
            var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
            var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            results[i] = ((double)bytes * count / seconds / 1e9, (double)allocated / count);
        }

        var (speed, memory) = (Median(results.Select(r => r.GBps)), Median(results.Select(r => r.Allocated)));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {kind} | {items} | {bytes / MiB} MiB | {speed:0.00} | {Size(memory)} |"));
    }

    private static string Size(double bytes) => bytes >= MiB / 4
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / MiB:0.00} MiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes:0} B");

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
