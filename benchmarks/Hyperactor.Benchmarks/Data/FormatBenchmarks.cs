using BenchmarkDotNet.Attributes;

namespace Hyperactor.Benchmarks.Data;

/// <summary>Id to text: into a span, and once into a string for comparison.</summary>
public class FormatBenchmarks
{
    private readonly char[] _chars = new char[128];
    private readonly byte[] _bytes = new byte[128];
    private readonly WorldId _world = WorldId.Parse(Ids.World);
    private readonly GangId _gang = GangId.Parse(Ids.Gang);
    private readonly ProcId _proc = ProcId.Parse(Ids.Proc);
    private readonly ActorId _actor = ActorId.Parse(Ids.Actor);
    private readonly PortId _port = PortId.Parse(Ids.Port);
    private readonly ProcId _directProc = ProcId.Parse(Ids.DirectProc);
    private readonly PortId _directPort = PortId.Parse(Ids.DirectPort);

    [Benchmark]
    public int World() => Chars(_world);

    [Benchmark]
    public int Gang() => Chars(_gang);

    [Benchmark]
    public int Proc() => Chars(_proc);

    [Benchmark]
    public int Actor() => Chars(_actor);

    [Benchmark]
    public int ActorToUtf8() => _actor.TryFormat(_bytes, out var written, default, null) ? written : -1;

    [Benchmark]
    public string ActorToString() => _actor.ToString();

    [Benchmark]
    public int Port() => Chars(_port);

    [Benchmark]
    public int DirectProc() => Chars(_directProc);

    [Benchmark]
    public int DirectPort() => Chars(_directPort);

    private int Chars<T>(T id)
        where T : ISpanFormattable => id.TryFormat(_chars, out var written, default, null) ? written : -1;
}
