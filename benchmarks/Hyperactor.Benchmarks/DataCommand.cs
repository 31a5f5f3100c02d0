using System.CommandLine;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Hyperactor.Benchmarks;

/// <summary><c>data</c>: identifiers, routes, attributes and instrumentation, by BenchmarkDotNet.</summary>
internal static class DataCommand
{
    private static readonly Type[] Suites =
    [
        typeof(Data.ParseBenchmarks),
        typeof(Data.FormatBenchmarks),
        typeof(Data.RouteBenchmarks),
        typeof(Data.AttrsBenchmarks),
        typeof(Data.InstrumentBenchmarks),
    ];

    internal static Command Create()
    {
        var filter = new Option<string>("--filter")
        {
            Description = "Which measurements, as in BenchmarkDotNet: *Parse*, *Route* …",
            DefaultValueFactory = _ => "*",
        };
        var command = new Command("data", "Time and allocation of the data layer: one line for each measurement.") { filter };
        command.SetAction(parsed =>
        {
            var summaries = BenchmarkSwitcher.FromTypes(Suites)
                .Run(["--filter", parsed.GetValue(filter)!, "--join"], Config());
            return summaries.Any(s => s.HasCriticalValidationErrors || s.Reports.Any(r => !r.Success)) ? 1 : 0;
        });
        return command;
    }

    // In this process: short enough to run while working, and what is measured takes nanoseconds, not memory's layout.
    private static ManualConfig Config() => ManualConfig.CreateEmpty()
        .AddJob(Job.ShortRun.WithIterationCount(9).WithIterationTime(TimeInterval.FromMilliseconds(100)).WithToolchain(InProcessEmitToolchain.Instance))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Descriptor, DefaultColumnProviders.Params, DefaultColumnProviders.Metrics)
        .AddColumn(StatisticColumn.Median, StatisticColumn.Max)
        .AddLogger(ConsoleLogger.Default)
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "hyperactor-benchmarks"))
        .WithOptions(ConfigOptions.JoinSummary | ConfigOptions.DisableLogFile);
}
