using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Hyperactor;

/// <summary>One actor runtime: a rank in a world. Printed as <c>world[rank]</c>.</summary>
/// <param name="World">The world that the proc belongs to.</param>
/// <param name="Rank">Its rank there, from 0.</param>
public readonly record struct ProcId(WorldId World, ulong Rank) : ISpanParsable<ProcId>, IComparable<ProcId>
{
    /// <summary>The actor with this name and pid; pid 0 is the root that was spawned under the name.</summary>
    /// <exception cref="ReferenceFormatException"><paramref name="name"/> is not an identifier.</exception>
    public ActorId Actor(string name, ulong pid = 0) => new(this, name, pid);

    /// <summary>Orders by world, then by rank.</summary>
    public int CompareTo(ProcId other) =>
        World.CompareTo(other.World) is var order and not 0 ? order : Rank.CompareTo(other.Rank);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{World.Name}[{Rank}]");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/>
    public static ProcId Parse(string s, IFormatProvider? provider = null) => Parse(s.AsSpan(), provider);

    /// <summary>Reads <c>world[rank]</c>.</summary>
    /// <exception cref="ReferenceFormatException">The text is something else; the message tells where and what.</exception>
    public static ProcId Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        ReferenceText.Parse(s, ReferenceKind.Proc).Proc;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ProcId result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out ProcId result)
    {
        var ok = ReferenceText.TryParse(s, ReferenceKind.Proc, out var text);
        result = ok ? text.Proc : default;
        return ok;
    }

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator <(ProcId left, ProcId right) => left.CompareTo(right) < 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator >(ProcId left, ProcId right) => left.CompareTo(right) > 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator <=(ProcId left, ProcId right) => left.CompareTo(right) <= 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator >=(ProcId left, ProcId right) => left.CompareTo(right) >= 0;
}
