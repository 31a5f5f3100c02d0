using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Hyperactor;

/// <summary>One typed entry point of one actor's mailbox. Printed as <c>world[rank].name[pid][port]</c>.</summary>
/// <param name="Actor">The actor whose mailbox holds the port.</param>
/// <param name="Index">
/// Which port: with the top bit set the port of a handler, whose index is the hash of its message type; otherwise
/// a port that the owner opened.
/// </param>
public readonly record struct PortId(ActorId Actor, ulong Index) : ISpanParsable<PortId>, IComparable<PortId>
{
    /// <summary>The bit that tells the port of a handler from an opened one.</summary>
    public const ulong HandlerBit = 1UL << 63;

    /// <summary>Whether this is the port of a handler.</summary>
    public bool IsHandler => (Index & HandlerBit) != 0;

    /// <summary>Orders by actor, then by index.</summary>
    public int CompareTo(PortId other) =>
        Comparer<ActorId?>.Default.Compare(Actor, other.Actor) is var order and not 0
            ? order
            : Index.CompareTo(other.Index);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Actor}[{Index}]");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/>
    public static PortId Parse(string s, IFormatProvider? provider = null) => Parse(s.AsSpan(), provider);

    /// <summary>Reads <c>world[rank].name[pid][port]</c>.</summary>
    /// <exception cref="ReferenceFormatException">The text is something else; the message tells where and what.</exception>
    public static PortId Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        ReferenceText.Parse(s, ReferenceKind.Port).Port;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PortId result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out PortId result)
    {
        var ok = ReferenceText.TryParse(s, ReferenceKind.Port, out var text);
        result = ok ? text.Port : default;
        return ok;
    }

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator <(PortId left, PortId right) => left.CompareTo(right) < 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator >(PortId left, PortId right) => left.CompareTo(right) > 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator <=(PortId left, PortId right) => left.CompareTo(right) <= 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator >=(PortId left, PortId right) => left.CompareTo(right) >= 0;
}
