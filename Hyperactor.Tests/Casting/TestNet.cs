using System.Collections.Concurrent;
using Hyperactor.Casting;
using Hyperactor.Data;
using Hyperactor.Mailboxes;
using Hyperactor.Messages;

namespace Hyperactor.Tests.Casting;

/// <summary>A world of procs in this process whose envelopes go straight from one to the other, and a proc outside it.</summary>
internal sealed class TestNet : IAsyncDisposable
{
    private readonly ConcurrentDictionary<ProcId, Proc> _procs = new();
    private readonly List<CastRelay> _relays = [];

    internal TestNet(int size, TimeProvider? time = null)
    {
        var options = new ProcOptions { Time = time ?? TimeProvider.System };
        Outside = Add(new WorldId("outside").Proc(0), options);
        Client = Outside.Attach("client");
        for (var rank = 0; rank < size; rank++)
        {
            Procs.Add(Add(World.Proc((ulong)rank), options));
        }
    }

    internal WorldId World { get; } = new("w");

    internal List<Proc> Procs { get; } = [];

    internal Proc Outside { get; }

    internal Client Client { get; }

    /// <summary>Everything that went from one proc to another.</summary>
    internal ConcurrentQueue<Envelope> Traffic { get; } = new();

    /// <summary>How many replies are being combined anywhere.</summary>
    internal int Retained => _relays.Sum(r => r.Count);

    internal GangRef<TActor> Spawn<TActor>(string name, Func<int, TActor> make)
        where TActor : Actor, Hyperactor.Actors.IActor<TActor>
    {
        for (var rank = 0; rank < Procs.Count; rank++)
        {
            Procs[rank].Spawn(name, make(rank));
        }

        return new(World.Gang(name), Procs.Count);
    }

    /// <summary>Takes a proc off the net at once, as when its process is killed.</summary>
    internal void Kill(int rank)
    {
        var lost = World.Proc((ulong)rank);
        _procs.TryRemove(lost, out _);
        foreach (var proc in _procs.Values)
        {
            proc.Host.OnProcLost(lost, new(DeliveryFailureKind.UnknownOutcome, $"{lost} was killed"));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Task.WhenAll(Procs.Select(p => p.DisposeAsync().AsTask()));
        await Outside.DisposeAsync();
    }

    private Proc Add(ProcId id, ProcOptions options)
    {
        var proc = new Proc(id, options);
        proc.Host.ForwardTo(new Wire(this));
        var relay = new CastRelay(proc.Host, proc.Attach(CastRelay.Name));
        proc.Host.CastThrough(relay);
        _relays.Add(relay);
        _procs[id] = proc;
        return proc;
    }

    private sealed class Wire(TestNet net) : EnvelopeRoute
    {
        internal override DeliveryFailure? Post(Envelope envelope)
        {
            net.Traffic.Enqueue(envelope);
            if (!net._procs.TryGetValue(envelope.Destination.Actor.Proc, out var proc))
            {
                return new(DeliveryFailureKind.LinkLost, $"{envelope.Destination.Actor.Proc} was killed");
            }

            // Through the bytes, as on a real wire.
            using var writer = new BodyWriter();
            EnvelopeCodec.Write(writer, EnvelopeCodec.WriteHead(envelope), envelope.Body);
            proc.Host.Post(EnvelopeCodec.Read(writer.Finish().ToMemory()));
            return null;
        }
    }
}
