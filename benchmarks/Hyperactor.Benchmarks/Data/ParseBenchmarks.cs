using System.Text;
using BenchmarkDotNet.Attributes;

namespace Hyperactor.Benchmarks.Data;

/// <summary>Text to id.</summary>
public class ParseBenchmarks
{
    // Fields of an instance, so that the compiler cannot know what is parsed.
    private readonly string _world = Ids.World;
    private readonly string _gang = Ids.Gang;
    private readonly string _proc = Ids.Proc;
    private readonly string _actor = Ids.Actor;
    private readonly byte[] _actorUtf8 = Encoding.UTF8.GetBytes(Ids.Actor);
    private readonly string _port = Ids.Port;
    private readonly string _directProc = Ids.DirectProc;
    private readonly string _directPort = Ids.DirectPort;

    [Benchmark]
    public WorldId World() => WorldId.Parse(_world);

    [Benchmark]
    public GangId Gang() => GangId.Parse(_gang);

    [Benchmark]
    public ProcId Proc() => ProcId.Parse(_proc);

    [Benchmark]
    public ActorId Actor() => ActorId.Parse(_actor);

    [Benchmark]
    public ActorId ActorOfUtf8() => ActorId.Parse(_actorUtf8, null);

    [Benchmark]
    public PortId Port() => PortId.Parse(_port);

    [Benchmark]
    public ProcId DirectProc() => ProcId.Parse(_directProc);

    [Benchmark]
    public PortId DirectPort() => PortId.Parse(_directPort);

    [Benchmark]
    public Reference AnyReference() => Reference.Parse(_port);
}
