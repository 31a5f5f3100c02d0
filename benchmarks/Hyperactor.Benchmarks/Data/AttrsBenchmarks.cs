using BenchmarkDotNet.Attributes;

namespace Hyperactor.Benchmarks.Data;

/// <summary>Looking up one of eight attributes.</summary>
public class AttrsBenchmarks
{
    private static readonly AttrKey<int>[] Keys =
        [.. Enumerable.Range(0, 8).Select(i => AttrKey.Define<int>($"benchmark.key_{i}"))];

    private static readonly AttrKey<int> Absent = AttrKey.Define("benchmark.absent", 7);

    private readonly Attrs _attrs = new();

    [GlobalSetup]
    public void Fill()
    {
        foreach (var key in Keys)
        {
            _attrs.Set(key, 5);
        }
    }

    [Benchmark]
    public int First() => _attrs.Get(Keys[0]);

    [Benchmark]
    public int Last() => _attrs.Get(Keys[7]);

    [Benchmark]
    public int Default() => _attrs.Get(Absent);
}
