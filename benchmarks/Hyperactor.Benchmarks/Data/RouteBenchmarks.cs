using BenchmarkDotNet.Attributes;
using Hyperactor.References;

namespace Hyperactor.Benchmarks.Data;

/// <summary>
/// The longest prefix among 100,000 routes: 90,000 to procs, 10,000 to single actors. Each measurement finds one of 1,024
/// destinations in turn, so that the table is not all in the cache.
/// </summary>
public class RouteBenchmarks
{
    private const int Procs = 90_000;
    private const int Actors = 10_000;
    private readonly RouteTable<object> _routes = new();
    private readonly PortId[] _byProc = new PortId[1024];
    private readonly PortId[] _byActor = new PortId[1024];
    private readonly PortId[] _nowhere = new PortId[1024];
    private int _next;

    [GlobalSetup]
    public void Fill()
    {
        var world = new WorldId(Ids.World);
        for (var i = 0; i < Procs; i++)
        {
            _routes.Set(world.Proc((ulong)i), new());
        }

        for (var i = 0; i < Actors; i++)
        {
            _routes.Set(world.Proc((ulong)i).Actor("logger"), new());
        }

        var random = new Random(1);
        var other = new WorldId("others");
        for (var i = 0; i < _byProc.Length; i++)
        {
            _byProc[i] = world.Proc((ulong)random.Next(Procs)).Actor("trainer").Port(1024);
            _byActor[i] = world.Proc((ulong)random.Next(Actors)).Actor("logger").Port(1024);
            _nowhere[i] = other.Proc((ulong)random.Next(Procs)).Actor("trainer").Port(1024);
        }
    }

    [Benchmark]
    public object? FoundByProc() => Find(_byProc);

    [Benchmark]
    public object? FoundByActor() => Find(_byActor);

    [Benchmark]
    public object? NotFound() => Find(_nowhere);

    private object? Find(PortId[] destinations) =>
        _routes.TryFind(destinations[_next++ & 1023], out var route) ? route : null;
}
