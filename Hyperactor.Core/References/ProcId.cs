using System.Diagnostics.CodeAnalysis;

namespace Hyperactor;

/// <summary>
/// One actor runtime. A <em>ranked</em> proc is a rank in a world, printed as <c>world[rank]</c>: where it listens is asked
/// for. A <em>direct</em> proc is a name at a channel address, printed as <c>address,name</c>: it is dialled at that address.
/// </summary>
/// <remarks>
/// In a direct proc's text, a comma in the address is written <c>%2C</c> and a percent sign <c>%25</c>. Who dials a direct
/// proc shows it the secret of its own world, so direct ids are to be taken only from those who may know it.
/// </remarks>
public readonly partial struct ProcId : IEquatable<ProcId>, IComparable<ProcId>
{
    /// <summary>The bit of a rank that tells procs of users from those that a system has assigned.</summary>
    public const ulong UserBit = 1UL << 63;

    // The name of the world, or a DirectProc: two words in all, because ids are keys of tables that are always in use.
    private readonly object? _place;
    private readonly ulong _rank;

    /// <summary>Names a ranked proc.</summary>
    /// <param name="world">The world that the proc belongs to.</param>
    /// <param name="rank">Its rank there, from 0. Whether the world has such a rank is not checked.</param>
    /// <exception cref="ArgumentException"><paramref name="world"/> is a default value, which names nothing.</exception>
    public ProcId(WorldId world, ulong rank)
        : this(world.Require().Name, rank)
    {
    }

    private ProcId(object? place, ulong rank) => (_place, _rank) = (place, rank);

    /// <summary>The world's name, or what a direct proc is; with a rank, all that there is to a proc.</summary>
    internal object? Place => _place;

    /// <summary>Whether the proc is named by its address, and not by world and rank.</summary>
    public bool IsDirect => _place is DirectProc;

    /// <summary>Whether the proc is ranked and its rank was not assigned by a system: its top bit is set.</summary>
    public bool IsUser => (_rank & UserBit) != 0;

    /// <summary>The world of a ranked proc; null for a direct one.</summary>
    public WorldId? World => _place is DirectProc ? null : WorldId.Of((string?)_place);

    /// <summary>The rank of a ranked proc; null for a direct one.</summary>
    public ulong? Rank => _place is DirectProc ? null : _rank;

    /// <summary>The address of a direct proc; null for a ranked one.</summary>
    public ChannelAddress? Address => (_place as DirectProc)?.Address;

    /// <summary>Names a direct proc.</summary>
    /// <param name="address">Where the proc listens: not one that stands for any free address.</param>
    /// <param name="name">What it is called there, an identifier.</param>
    /// <exception cref="ReferenceFormatException">
    /// <paramref name="name"/> is not an identifier, or <paramref name="address"/> cannot be dialled.
    /// </exception>
    public static ProcId Direct(ChannelAddress address, string name)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsAny)
        {
            throw new ReferenceFormatException(
                address.ToString(),
                0,
                $"\"{address}\" stands for any free address and cannot be dialled: use the one that the listener got.");
        }

        return Of(address, Identifier.Require(name));
    }

    /// <summary>World and rank, if the proc is ranked.</summary>
    public bool TryGetRanked(out WorldId world, out ulong rank)
    {
        world = World.GetValueOrDefault();
        rank = _rank;
        return !IsDirect;
    }

    /// <summary>Address and name, if the proc is direct.</summary>
    public bool TryGetDirect([NotNullWhen(true)] out ChannelAddress? address, [NotNullWhen(true)] out string? name)
    {
        var direct = _place as DirectProc;
        (address, name) = (direct?.Address, direct?.Name);
        return direct is not null;
    }

    /// <summary>The actor with this name and pid; pid 0 is the root that was spawned under the name.</summary>
    /// <exception cref="ReferenceFormatException"><paramref name="name"/> is not an identifier.</exception>
    public ActorId Actor(string name, ulong pid = 0) => new(this, name, pid);

    /// <inheritdoc/>
    public bool Equals(ProcId other) =>
        _rank == other._rank && (ReferenceEquals(_place, other._place) || IsSamePlace(_place, other._place));

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ProcId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // A world's name is what is hashed nearly always.
        var place = _place is string world ? world.GetHashCode() : _place is null ? 0 : _place.GetHashCode();
        return unchecked((place * 31) + _rank.GetHashCode());
    }

    /// <summary>
    /// Orders ranked procs before direct ones; those by world and rank, these by the code points of address and name.
    /// </summary>
    public int CompareTo(ProcId other) => (_place, other._place) switch
    {
        (DirectProc left, DirectProc right) => left.CompareTo(right),
        (DirectProc, _) => 1,
        (_, DirectProc) => -1,
        (var left, var right) => CodePoints.Compare((string?)left, (string?)right) is var order and not 0
            ? order
            : _rank.CompareTo(other._rank),
    };

    /// <summary>A direct proc; the address can be dialled, and the name has been checked.</summary>
    internal static ProcId Of(ChannelAddress address, string name) => new(new DirectProc(address, name), 0);

    /// <summary>The proc with the <see cref="Place"/> of another, and a rank.</summary>
    internal static ProcId Of(object? place, ulong rank) => new(place, rank);

    private static bool IsSamePlace(object? left, object? right) => left switch
    {
        string world => right is string other && world == other,
        DirectProc direct => right is DirectProc other && direct.Equals(other),
        _ => false,
    };

    /// <summary>What a direct proc is. The hash is kept, because it is asked for whenever a route is looked for.</summary>
    private sealed class DirectProc(ChannelAddress address, string name)
    {
        private readonly int _hash = HashCode.Combine(address, name);

        internal ChannelAddress Address => address;

        internal string Name => name;

        public override bool Equals(object? obj) =>
            obj is DirectProc other && _hash == other._hash && name == other.Name && address.Equals(other.Address);

        public override int GetHashCode() => _hash;

        internal int CompareTo(DirectProc other) =>
            CodePoints.Compare(address.ToString(), other.Address.ToString()) is var order and not 0
                ? order
                : CodePoints.Compare(name, other.Name);
    }

    /// <summary>Compares by value.</summary>
    public static bool operator ==(ProcId left, ProcId right) => left.Equals(right);

    /// <summary>Compares by value.</summary>
    public static bool operator !=(ProcId left, ProcId right) => !left.Equals(right);

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator <(ProcId left, ProcId right) => left.CompareTo(right) < 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator >(ProcId left, ProcId right) => left.CompareTo(right) > 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator <=(ProcId left, ProcId right) => left.CompareTo(right) <= 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator >=(ProcId left, ProcId right) => left.CompareTo(right) >= 0;
}
