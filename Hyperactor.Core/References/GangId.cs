namespace Hyperactor;

/// <summary>
/// The actors that share a name within a world, one on each proc: those with pid 0. Printed as <c>world.name</c>. It holds
/// no list of members: each one's id is computed from its rank.
/// </summary>
public readonly partial record struct GangId : IComparable<GangId>
{
    private readonly string? _name;

    /// <summary>Names a gang.</summary>
    /// <exception cref="ReferenceFormatException"><paramref name="name"/> is not an identifier.</exception>
    /// <exception cref="ArgumentException"><paramref name="world"/> is a default value, which names nothing.</exception>
    public GangId(WorldId world, string name)
        : this(world.Require(), Identifier.Require(name), isChecked: true)
    {
    }

    private GangId(WorldId world, string name, bool isChecked)
    {
        World = world;
        _name = isChecked ? name : null;
    }

    /// <summary>The world that the gang spans.</summary>
    public WorldId World { get; }

    /// <summary>The name that its members share.</summary>
    public string Name => _name ?? "";

    /// <summary>The member on the proc with this rank. Whether the world has such a rank is not checked.</summary>
    public ActorId Member(ulong rank) => ActorId.Of(World.Proc(rank), Name, 0);

    /// <summary>The members on ranks 0 to <paramref name="size"/> - 1, in order, each made when it is asked for.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public IEnumerable<ActorId> Members(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        var gang = this;
        return Enumerable.Range(0, size).Select(rank => gang.Member((ulong)rank));
    }

    /// <summary>Whether an actor is one of the members, on whatever rank.</summary>
    public bool Contains(ActorId actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Pid == 0 && actor.Name == _name && actor.Proc.World == World;
    }

    /// <summary>Orders by world, then by the code points of the name.</summary>
    public int CompareTo(GangId other) =>
        World.CompareTo(other.World) is var order and not 0 ? order : CodePoints.Compare(_name, other._name);

    /// <summary>A gang of this name, which has been checked.</summary>
    internal static GangId Of(WorldId world, string name) => new(world, name, isChecked: true);

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator <(GangId left, GangId right) => left.CompareTo(right) < 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator >(GangId left, GangId right) => left.CompareTo(right) > 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator <=(GangId left, GangId right) => left.CompareTo(right) <= 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator >=(GangId left, GangId right) => left.CompareTo(right) >= 0;
}
