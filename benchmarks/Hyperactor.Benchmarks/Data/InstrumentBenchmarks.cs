using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;

namespace Hyperactor.Benchmarks.Data;

/// <summary>
/// A call of a method marked <c>[Instrument]</c>, while nobody listens and while everything is recorded, beside the same
/// method without the attribute.
/// </summary>
public class InstrumentBenchmarks
{
    private readonly int _value = 5;
    private ActivityListener? _activities;
    private MeterListener? _metrics;

    /// <summary>Who listens: nobody, or a listener that asks for everything.</summary>
    [Params(false, true)]
    public bool Listening { get; set; }

    [GlobalSetup]
    public void Listen()
    {
        if (!Listening)
        {
            return;
        }

        _activities = new()
        {
            ShouldListenTo = static source => source.Name == HyperactorTelemetry.SourceName,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(_activities);
        _metrics = new()
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == HyperactorTelemetry.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        _metrics.Start();
    }

    [GlobalCleanup]
    public void Stop()
    {
        _activities?.Dispose();
        _metrics?.Dispose();
    }

    [Benchmark(Baseline = true)]
    public int Plain() => Work.Plain(_value);

    [Benchmark]
    public int Instrumented() => Work.Instrumented(_value);
}

/// <summary>The same work twice.</summary>
internal static class Work
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static int Plain(int value) => value + 1;

    [Instrument, MethodImpl(MethodImplOptions.NoInlining)]
    internal static int Instrumented(int value) => value + 1;
}
