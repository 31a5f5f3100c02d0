using System.Diagnostics.CodeAnalysis;

namespace Hyperactor;

/// <summary>
/// The actors that share a name within a world, one on each proc. Printed as <c>world.name</c>. It holds no list of
/// members: each one's id is computed from its rank.
/// </summary>
public readonly record struct GangId : ISpanParsable<GangId>, IComparable<GangId>
{
    private readonly string? _name;

    /// <summary>Names a gang.</summary>
    /// <exception cref="ReferenceFormatException"><paramref name="name"/> is not an identifier.</exception>
    public GangId(WorldId world, string name)
    {
        World = world;
        _name = Identifier.Require(name);
    }

    /// <summary>The world that the gang spans.</summary>
    public WorldId World { get; }

    /// <summary>The name that its members share.</summary>
    public string Name => _name ?? "";

    /// <summary>The member on the proc with this rank.</summary>
    public ActorId Member(ulong rank) => World.Proc(rank).Actor(Name);

    /// <summary>Orders by world, then by name.</summary>
    public int CompareTo(GangId other) =>
        World.CompareTo(other.World) is var order and not 0 ? order : string.CompareOrdinal(Name, other.Name);

    /// <inheritdoc/>
    public override string ToString() => $"{World.Name}.{Name}";

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/>
    public static GangId Parse(string s, IFormatProvider? provider = null) => Parse(s.AsSpan(), provider);

    /// <summary>Reads <c>world.name</c>.</summary>
    /// <exception cref="ReferenceFormatException">The text is something else; the message tells where and what.</exception>
    public static GangId Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        ReferenceText.Parse(s, ReferenceKind.Gang).Gang;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out GangId result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out GangId result)
    {
        var ok = ReferenceText.TryParse(s, ReferenceKind.Gang, out var text);
        result = ok ? text.Gang : default;
        return ok;
    }

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator <(GangId left, GangId right) => left.CompareTo(right) < 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator >(GangId left, GangId right) => left.CompareTo(right) > 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator <=(GangId left, GangId right) => left.CompareTo(right) <= 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator >=(GangId left, GangId right) => left.CompareTo(right) >= 0;
}
