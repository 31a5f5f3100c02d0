using System.Diagnostics.CodeAnalysis;

namespace Hyperactor;

/// <summary>
/// One actor. Printed as <c>world[rank].name[pid]</c>, or as <c>address,proc,name[pid]</c> on a direct proc: pid 0 was
/// spawned under the name, its children share the name and have a pid of their own.
/// </summary>
/// <remarks>A class that keeps its hash, because the runtime looks actors up by it for each message.</remarks>
public sealed partial class ActorId : IEquatable<ActorId>, IComparable<ActorId>
{
    private readonly int _hash;

    /// <summary>Names an actor.</summary>
    /// <exception cref="ReferenceFormatException"><paramref name="name"/> is not an identifier.</exception>
    /// <exception cref="ArgumentException"><paramref name="proc"/> is a default value, which names nothing.</exception>
    public ActorId(ProcId proc, string name, ulong pid)
        : this(
            proc != default ? proc : throw new ArgumentException("A default proc names nothing.", nameof(proc)),
            Identifier.Require(name),
            pid,
            HashCode.Combine(proc, name, pid))
    {
    }

    private ActorId(ProcId proc, string name, ulong pid, int hash) => (Proc, Name, Pid, _hash) = (proc, name, pid, hash);

    /// <summary>The proc that hosts the actor.</summary>
    public ProcId Proc { get; }

    /// <summary>The name that the root of this actor's family was spawned under.</summary>
    public string Name { get; }

    /// <summary>0 for the root of a family, and then counted up.</summary>
    public ulong Pid { get; }

    /// <summary>The port of this actor with that index.</summary>
    public PortId Port(ulong index) => new(this, index);

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] ActorId? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash && Pid == other.Pid && Name == other.Name && Proc == other.Proc);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ActorId);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <summary>Orders by proc, then by the code points of the name, then by pid.</summary>
    public int CompareTo(ActorId? other)
    {
        if (other is null)
        {
            return 1;
        }

        if (Proc.CompareTo(other.Proc) is var byProc and not 0)
        {
            return byProc;
        }

        return CodePoints.Compare(Name, other.Name) is var byName and not 0 ? byName : Pid.CompareTo(other.Pid);
    }

    /// <summary>An actor of this name, which has been checked, on a proc that is no default value.</summary>
    internal static ActorId Of(ProcId proc, string name, ulong pid) =>
        new(proc, name, pid, HashCode.Combine(proc, name, pid));

    /// <summary>Compares by value.</summary>
    public static bool operator ==(ActorId? left, ActorId? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares by value.</summary>
    public static bool operator !=(ActorId? left, ActorId? right) => !(left == right);

    /// <summary>Orders as <see cref="CompareTo"/> does; null is less than any actor.</summary>
    public static bool operator <(ActorId? left, ActorId? right) => Comparer<ActorId?>.Default.Compare(left, right) < 0;

    /// <summary>Orders as <see cref="CompareTo"/> does; null is less than any actor.</summary>
    public static bool operator >(ActorId? left, ActorId? right) => Comparer<ActorId?>.Default.Compare(left, right) > 0;

    /// <summary>Orders as <see cref="CompareTo"/> does; null is less than any actor.</summary>
    public static bool operator <=(ActorId? left, ActorId? right) => Comparer<ActorId?>.Default.Compare(left, right) <= 0;

    /// <summary>Orders as <see cref="CompareTo"/> does; null is less than any actor.</summary>
    public static bool operator >=(ActorId? left, ActorId? right) => Comparer<ActorId?>.Default.Compare(left, right) >= 0;
}
