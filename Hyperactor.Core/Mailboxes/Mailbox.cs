using System.Collections.Concurrent;
using Hyperactor.Messages;

namespace Hyperactor.Mailboxes;

/// <summary>The opened ports of one actor or client. User code never runs under a lock of it: it has none.</summary>
internal sealed class Mailbox(ActorId owner)
{
    /// <summary>Opened ports count from here; what is below is reserved.</summary>
    internal const ulong FirstPort = 1024;

    private readonly ConcurrentDictionary<ulong, Port> _ports = new();
    private ulong _nextPort = FirstPort;
    private Closing? _closed;

    /// <summary>Whose ports these are.</summary>
    internal ActorId Owner => owner;

    /// <summary>How many ports are open.</summary>
    internal int Count => _ports.Count;

    /// <summary>Opens a port under an index of its own.</summary>
    internal PortId Open(Port port) => Open(port, 1);

    /// <summary>Opens a port under a run of indices, of which the first is returned.</summary>
    internal PortId Open(Port port, int count)
    {
        var first = Interlocked.Add(ref _nextPort, (ulong)count) - (ulong)count;
        for (var i = 0UL; i < (ulong)count; i++)
        {
            _ports[first + i] = port;
        }

        if (Volatile.Read(ref _closed) is { } closing)
        {
            Remove(first, count);
            port.Close(closing.Why);
        }

        return new(owner, first);
    }

    /// <summary>Closes the address; what is sent there from now on comes back.</summary>
    internal void Remove(ulong first, int count = 1)
    {
        for (var i = 0UL; i < (ulong)count; i++)
        {
            _ports.TryRemove(first + i, out _);
        }
    }

    /// <summary>Hands an envelope to its port, or tells why not.</summary>
    internal DeliveryFailure? Deliver(Envelope envelope) =>
        _ports.TryGetValue(envelope.Destination.Index, out var port)
            ? port.Deliver(envelope.Destination.Index, envelope)
            : Volatile.Read(ref _closed)?.Why ?? new(
                DeliveryFailureKind.NoSuchPort,
                envelope.Destination.Index < Volatile.Read(ref _nextPort)
                    ? $"Port {envelope.Destination} is closed."
                    : $"Port {envelope.Destination} was never opened.");

    /// <summary>Tells the ports that wait for a proc that it is lost.</summary>
    internal void OnProcLost(ProcId lost, DeliveryFailure why)
    {
        foreach (var port in _ports.Values)
        {
            port.OnProcLost(lost, why);
        }
    }

    /// <summary>Closes all ports, now and from now on.</summary>
    internal void Close(DeliveryFailure why)
    {
        Interlocked.CompareExchange(ref _closed, new(why), null);
        foreach (var (index, port) in _ports)
        {
            if (_ports.TryRemove(index, out _))
            {
                port.Close(why);
            }
        }
    }

    /// <summary>That the mailbox is closed, and why; one word, so that it is seen whole.</summary>
    private sealed record Closing(DeliveryFailure Why);
}
