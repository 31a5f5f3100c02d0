using Hyperactor.Actors;
using Hyperactor.Mailboxes;
using Hyperactor.Messages;

namespace Hyperactor.Casting;

/// <summary>
/// A node of the tree: delivers a cast to the member of its own proc and hands it on to the first rank of each part
/// below. It reads and rewrites heads only: the body goes on as it came, and the ports that wait for replies are
/// pointed at slots of this node, where the replies are combined.
/// </summary>
internal sealed class CastRelay : EnvelopeRoute
{
    /// <summary>The name of the relay's own mailbox in each proc.</summary>
    internal const string Name = "hyperactor_cast";

    /// <summary>What each level leaves of the time that the level above waits, so that partial results come in time.</summary>
    private const double DeadlineShare = 0.9;

    private readonly ActorHost _host;
    private readonly Mailbox _mailbox;

    internal CastRelay(ActorHost host, Client relay)
    {
        _host = host;
        _mailbox = relay.Instance.Mailbox;
        TypeCatalog.Register<Unit, UnitReducer>(UnitReducer.Uri);
    }

    /// <summary>How many replies are being combined here; 0 when nothing is under way.</summary>
    internal int Count => _mailbox.Count;

    /// <summary>The same envelope, for the first rank of a part.</summary>
    internal static Envelope Address(Envelope envelope, CastHead part) => envelope with
    {
        Destination = part.Gang.Member((ulong)part.Low).Port(envelope.Destination.Index),
        Cast = part,
    };

    /// <summary>How long the level below may wait if this one waits so long, in milliseconds.</summary>
    internal static int BelowMs(TimeSpan deadline) =>
        (int)Math.Clamp(deadline.TotalMilliseconds * DeadlineShare, 0, int.MaxValue);

    /// <summary>The port table with the entry at <paramref name="slots"/> pointed at the slot of one part.</summary>
    internal static IReadOnlyList<PortEntry> Redirect(IReadOnlyList<PortEntry> ports, PortId? slots, int part) =>
        slots is not { } first || part == 0
            ? ports
            : [.. ports.Select(p => p.Port == first ? p with { Port = new(first.Actor, first.Index + (ulong)part) } : p)];

    /// <inheritdoc/>
    internal override DeliveryFailure? Post(Envelope envelope)
    {
        var head = envelope.Cast!;
        var run = new RankRange(head.Low, head.High);
        RankRange[] parts = [new(run.Low, run.Low + 1), .. CastTree.Children(run, head.Fanout)];
        if (TryOpenSlots(envelope, parts, out var slots) is { } failure)
        {
            return failure;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            var below = head with
            {
                Low = parts[i].Low,
                High = parts[i].High,
                DeadlineMs = BelowMs(TimeSpan.FromMilliseconds(head.DeadlineMs)),
            };
            _host.Post(Address(envelope, below) with { Ports = Ports(slots, i) });
        }

        return null;
    }

    private static PortEntry[] Ports((PortEntry Entry, bool IsSlot)[] slots, int part) =>
    [
        .. slots.Select(s => s.IsSlot
            ? s.Entry with { Port = new(s.Entry.Port.Actor, s.Entry.Port.Index + (ulong)part) }
            : s.Entry),
    ];

    /// <summary>For each port whose replies are reduced, a slot for each part; the other ports stay as they are.</summary>
    private DeliveryFailure? TryOpenSlots(
        Envelope envelope, RankRange[] parts, out (PortEntry Entry, bool IsSlot)[] slots)
    {
        slots = new (PortEntry, bool)[envelope.Ports.Count];
        var reducers = new Reducer?[slots.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = (envelope.Ports[i], false);
            if (envelope.Ports[i].Reducer is { } uri && !TypeCatalog.TryFindReducer(uri, out reducers[i]))
            {
                return new(DeliveryFailureKind.WrongType, $"{_host.Id} has no reducer {uri}.");
            }
        }

        var deadline = TimeSpan.FromMilliseconds(envelope.Cast!.DeadlineMs);
        for (var i = 0; i < slots.Length; i++)
        {
            if (reducers[i] is { } reducer)
            {
                var port = new RelayedReduction(
                    _host, _mailbox, envelope.Cast.Gang, parts, reducer, envelope.Ports[i].Port);
                slots[i] = (new(port.Open(deadline, _host.Time), reducer.Uri), true);
            }
        }

        return null;
    }
}
