namespace Hyperactor;

/// <summary>The name of a world: a fixed number of procs that are scheduled as a gang. Printed as <c>world</c>.</summary>
public readonly partial record struct WorldId : IComparable<WorldId>
{
    private readonly string? _name;

    /// <summary>Names a world.</summary>
    /// <param name="name">An identifier: a letter or <c>_</c>, then letters, digits, marks and <c>_</c>.</param>
    /// <exception cref="ReferenceFormatException"><paramref name="name"/> is not an identifier.</exception>
    public WorldId(string name)
        : this(Identifier.Require(name), isChecked: true)
    {
    }

    private WorldId(string name, bool isChecked) => _name = isChecked ? name : null;

    /// <summary>The name; empty in a default value, which no parser or constructor makes.</summary>
    public string Name => _name ?? "";

    /// <summary>The proc with this rank.</summary>
    public ProcId Proc(ulong rank) => new(this, rank);

    /// <summary>
    /// A proc that no system has assigned a rank to, such as one that a user's tool makes to talk to the world: the rank is
    /// <paramref name="random"/> with the top bit set (<see cref="ProcId.UserBit"/>).
    /// </summary>
    public ProcId UserProc(ulong random) => new(this, random | ProcId.UserBit);

    /// <summary>The gang of the actors that are called <paramref name="actor"/>, one on each proc of this world.</summary>
    /// <exception cref="ReferenceFormatException"><paramref name="actor"/> is not an identifier.</exception>
    public GangId Gang(string actor) => new(this, actor);

    /// <summary>Orders by the code points of the name, never by culture.</summary>
    public int CompareTo(WorldId other) => CodePoints.Compare(_name, other._name);

    /// <summary>The world itself, if it is no default value.</summary>
    /// <exception cref="ArgumentException">It is one.</exception>
    internal WorldId Require() => _name is not null
        ? this
        : throw new ArgumentException("A default world names nothing: make one with new WorldId(name).");

    /// <summary>A world of this name, which has been checked; null makes the default value.</summary>
    internal static WorldId Of(string? name) => name is null ? default : new(name, isChecked: true);

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator <(WorldId left, WorldId right) => left.CompareTo(right) < 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator >(WorldId left, WorldId right) => left.CompareTo(right) > 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator <=(WorldId left, WorldId right) => left.CompareTo(right) <= 0;

    /// <summary>Orders as <see cref="CompareTo"/> does.</summary>
    public static bool operator >=(WorldId left, WorldId right) => left.CompareTo(right) >= 0;
}
