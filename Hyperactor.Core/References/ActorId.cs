using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Hyperactor;

/// <summary>
/// One actor. Printed as <c>world[rank].name[pid]</c>: pid 0 was spawned under the name, its children share the name
/// and have a pid of their own.
/// </summary>
/// <remarks>A class that keeps its hash, because the runtime looks actors up by it for each message.</remarks>
public sealed class ActorId : IEquatable<ActorId>, ISpanParsable<ActorId>, IComparable<ActorId>
{
    private readonly int _hash;

    /// <summary>Names an actor.</summary>
    /// <exception cref="ReferenceFormatException"><paramref name="name"/> is not an identifier.</exception>
    public ActorId(ProcId proc, string name, ulong pid)
    {
        Proc = proc;
        Name = Identifier.Require(name);
        Pid = pid;
        _hash = HashCode.Combine(proc, name, pid);
    }

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

    /// <summary>Orders by proc, then by name (code units), then by pid.</summary>
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

        return string.CompareOrdinal(Name, other.Name) is var byName and not 0 ? byName : Pid.CompareTo(other.Pid);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Proc}.{Name}[{Pid}]");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/>
    public static ActorId Parse(string s, IFormatProvider? provider = null) => Parse(s.AsSpan(), provider);

    /// <summary>Reads <c>world[rank].name[pid]</c>; a missing pid is 0.</summary>
    /// <exception cref="ReferenceFormatException">The text is something else; the message tells where and what.</exception>
    public static ActorId Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        ReferenceText.Parse(s, ReferenceKind.Actor).Actor;

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ActorId result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out ActorId result)
    {
        var ok = ReferenceText.TryParse(s, ReferenceKind.Actor, out var text);
        result = ok ? text.Actor : null;
        return ok;
    }

    /// <summary>Compares by value.</summary>
    public static bool operator ==(ActorId? left, ActorId? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares by value.</summary>
    public static bool operator !=(ActorId? left, ActorId? right) => !(left == right);

    /// <summary>Orders as <see cref="CompareTo"/> does; null is less than any actor.</summary>
    public static bool operator <(ActorId? left, ActorId? right) => Comparer<ActorId?>.Default.Compare(left, right) < 0;

    /// <summary>Orders as <see cref="CompareTo"/> does; null is less than any actor.</summary>
    public static bool operator >(ActorId? left, ActorId? right) => Comparer<ActorId?>.Default.Compare(left, right) > 0;

    /// <summary>Orders as <see cref="CompareTo"/> does; null is less than any actor.</summary>
    public static bool operator <=(ActorId? left, ActorId? right) => !(left > right);

    /// <summary>Orders as <see cref="CompareTo"/> does; null is less than any actor.</summary>
    public static bool operator >=(ActorId? left, ActorId? right) => !(left < right);
}
