using System.Diagnostics.CodeAnalysis;

namespace Hyperactor;

/// <summary>
/// The id of anything that has one: a world, a gang, a proc, an actor or a port, each of which converts to it. Printed as
/// what it names. Says what is inside what, and sorts so that what is inside stands behind it.
/// </summary>
/// <remarks>A default value names the default world, which no parser or constructor makes.</remarks>
public readonly partial struct Reference : IEquatable<Reference>, IComparable<Reference>
{
    // By kind: the world's name (world, gang), the place of a proc, or the actor (actor, port).
    private readonly object? _what;

    // The name of a gang.
    private readonly string? _name;

    // The rank of a proc, or the index of a port.
    private readonly ulong _number;

    private Reference(ReferenceKind kind, object? what, string? name, ulong number) =>
        (Kind, _what, _name, _number) = (kind, what, name, number);

    /// <summary>What it names.</summary>
    public ReferenceKind Kind { get; }

    /// <summary>The world of all that is in one; null for a direct proc and what lives in it.</summary>
    public WorldId? World => Kind switch
    {
        ReferenceKind.World or ReferenceKind.Gang => WorldId.Of((string?)_what),
        _ => Proc?.World,
    };

    /// <summary>The gang, if it names one.</summary>
    public GangId? Gang => Kind == ReferenceKind.Gang ? GangId.Of(WorldId.Of((string?)_what), _name!) : null;

    /// <summary>The proc of a proc, an actor or a port; null for the others, which span procs.</summary>
    public ProcId? Proc => Kind switch
    {
        ReferenceKind.Proc => ProcId.Of(_what, _number),
        ReferenceKind.Actor or ReferenceKind.Port => ((ActorId)_what!).Proc,
        _ => null,
    };

    /// <summary>The actor of an actor or a port; null for the others.</summary>
    public ActorId? Actor => Kind is ReferenceKind.Actor or ReferenceKind.Port ? (ActorId)_what! : null;

    /// <summary>The port, if it names one.</summary>
    public PortId? Port => Kind == ReferenceKind.Port ? new PortId((ActorId)_what!, _number) : null;

    private bool IsDirect => Proc is { IsDirect: true };

    private string? ActorName => Kind == ReferenceKind.Gang ? _name : Actor?.Name;

    /// <summary>
    /// Whether <paramref name="other"/> is this or inside it: a world holds its gangs, procs, actors and ports; a gang
    /// holds its members (pid 0) on all ranks and their ports; a proc holds its actors and ports; an actor holds its ports.
    /// </summary>
    public bool IsPrefixOf(Reference other) => Kind switch
    {
        ReferenceKind.World => other.World == World,
        ReferenceKind.Gang => other == this || (other.Actor is { } actor && Gang.GetValueOrDefault().Contains(actor)),
        ReferenceKind.Proc => other.Proc == Proc,
        ReferenceKind.Actor => other.Actor == Actor,
        _ => other == this,
    };

    /// <inheritdoc/>
    public bool Equals(Reference other) => Kind == other.Kind && _number == other._number && _name == other._name
        && Equals(_what, other._what);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Reference other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine((int)Kind, _what, _name, _number);

    /// <summary>
    /// Orders by world, rank, actor's name, pid and port, where what is absent comes first: a world, its gangs, then each
    /// proc followed by its actors, each followed by its ports. Direct procs and what lives in them come after all worlds,
    /// by address and name. Texts are ordered by code points.
    /// </summary>
    public int CompareTo(Reference other)
    {
        var order = ComparePlace(other);
        if (order == 0)
        {
            order = CodePoints.Compare(ActorName, other.ActorName);
        }

        if (order == 0)
        {
            order = Nullable.Compare(Actor?.Pid, other.Actor?.Pid);
        }

        return order != 0 ? order : Nullable.Compare(Port?.Index, other.Port?.Index);
    }

    private int ComparePlace(Reference other)
    {
        if (IsDirect || other.IsDirect)
        {
            return IsDirect && other.IsDirect
                ? Nullable.Compare(Proc, other.Proc)
                : IsDirect.CompareTo(other.IsDirect);
        }

        var order = Nullable.Compare(World, other.World);
        return order != 0 ? order : Nullable.Compare(Proc?.Rank, other.Proc?.Rank);
    }

    /// <summary>A reference to a world.</summary>
    public static implicit operator Reference(WorldId world) =>
        new(ReferenceKind.World, world == default ? null : world.Name, null, 0);

    /// <summary>A reference to a gang.</summary>
    public static implicit operator Reference(GangId gang) =>
        new(ReferenceKind.Gang, gang.World == default ? null : gang.World.Name, gang.Name, 0);

    /// <summary>A reference to a proc.</summary>
    public static implicit operator Reference(ProcId proc) =>
        new(ReferenceKind.Proc, proc.Place, null, proc.Rank ?? 0);

    /// <summary>A reference to an actor.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="actor"/> is null.</exception>
    public static implicit operator Reference(ActorId actor) => Of(ReferenceKind.Actor, actor, 0);

    /// <summary>A reference to a port.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="port"/> is a default value.</exception>
    public static implicit operator Reference(PortId port) => Of(ReferenceKind.Port, port.Actor, port.Index);

    private static Reference Of(ReferenceKind kind, ActorId actor, ulong index)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return new(kind, actor, null, index);
    }

    /// <summary>Compares by value.</summary>
    public static bool operator ==(Reference left, Reference right) => left.Equals(right);

    /// <summary>Compares by value.</summary>
    public static bool operator !=(Reference left, Reference right) => !left.Equals(right);

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator <(Reference left, Reference right) => left.CompareTo(right) < 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator >(Reference left, Reference right) => left.CompareTo(right) > 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator <=(Reference left, Reference right) => left.CompareTo(right) <= 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator >=(Reference left, Reference right) => left.CompareTo(right) >= 0;
}
