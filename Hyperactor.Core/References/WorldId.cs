using System.Diagnostics.CodeAnalysis;

namespace Hyperactor;

/// <summary>The name of a world: a fixed number of procs that are scheduled as a gang. Printed as <c>world</c>.</summary>
public readonly record struct WorldId : ISpanParsable<WorldId>, IComparable<WorldId>
{
    private readonly string? _name;

    /// <summary>Names a world.</summary>
    /// <param name="name">An identifier: a letter or <c>_</c>, then letters, digits, marks and <c>_</c>.</param>
    /// <exception cref="ReferenceFormatException"><paramref name="name"/> is not an identifier.</exception>
    public WorldId(string name) => _name = Identifier.Require(name);

    /// <summary>The name; empty in a default value, which no parser or constructor makes.</summary>
    public string Name => _name ?? "";

    /// <summary>The proc with this rank.</summary>
    public ProcId Proc(ulong rank) => new(this, rank);

    /// <summary>The gang of the actors that are called <paramref name="actor"/>, one on each proc of this world.</summary>
    public GangId Gang(string actor) => new(this, actor);

    /// <summary>Orders by the code units of the name, never by culture.</summary>
    public int CompareTo(WorldId other) => string.CompareOrdinal(Name, other.Name);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/>
    public static WorldId Parse(string s, IFormatProvider? provider = null) => Parse(s.AsSpan(), provider);

    /// <summary>Reads <c>world</c>.</summary>
    /// <exception cref="ReferenceFormatException">The text is something else; the message tells where and what.</exception>
    public static WorldId Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        ReferenceText.Parse(s, ReferenceKind.World).World;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out WorldId result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out WorldId result)
    {
        var ok = ReferenceText.TryParse(s, ReferenceKind.World, out var text);
        result = ok ? text.World : default;
        return ok;
    }

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator <(WorldId left, WorldId right) => left.CompareTo(right) < 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator >(WorldId left, WorldId right) => left.CompareTo(right) > 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator <=(WorldId left, WorldId right) => left.CompareTo(right) <= 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator >=(WorldId left, WorldId right) => left.CompareTo(right) >= 0;
}
