namespace Hyperactor;

/// <summary>
/// One typed entry point of one actor's mailbox. Printed as the actor and <c>[index]</c>:
/// <c>world[rank].name[pid][index]</c>, or <c>address,proc,name[pid][index]</c> on a direct proc.
/// </summary>
public readonly partial record struct PortId : IComparable<PortId>
{
    /// <summary>The bit that tells the port of a handler from an opened one.</summary>
    public const ulong HandlerBit = 1UL << 63;

    /// <summary>Names a port.</summary>
    /// <param name="actor">The actor whose mailbox holds the port.</param>
    /// <param name="index">
    /// Which port: with the top bit set the port of a handler, whose index is the hash of its message type; otherwise
    /// a port that the owner opened.
    /// </param>
    public PortId(ActorId actor, ulong index)
    {
        ArgumentNullException.ThrowIfNull(actor);
        Actor = actor;
        Index = index;
    }

    /// <summary>The actor whose mailbox holds the port; null in a default value alone, which names nothing.</summary>
    public ActorId Actor { get; }

    /// <summary>Which port of the actor.</summary>
    public ulong Index { get; }

    /// <summary>Whether this is the port of a handler.</summary>
    public bool IsHandler => (Index & HandlerBit) != 0;

    /// <summary>Orders by actor, then by index.</summary>
    public int CompareTo(PortId other) =>
        Comparer<ActorId?>.Default.Compare(Actor, other.Actor) is var order and not 0
            ? order
            : Index.CompareTo(other.Index);

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator <(PortId left, PortId right) => left.CompareTo(right) < 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator >(PortId left, PortId right) => left.CompareTo(right) > 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator <=(PortId left, PortId right) => left.CompareTo(right) <= 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator >=(PortId left, PortId right) => left.CompareTo(right) >= 0;
}
