using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using System.Numerics;
using Hyperactor;
using Hyperactor.Tests.Programs.Codecs;

[assembly: RegisterType(typeof(Box<int>))]
[assembly: RegisterType(typeof(Box<Box<string?>>))]
[assembly: RegisterType(typeof((int, string)))]
[assembly: RegisterType(typeof((byte, DateTime, bool, long, short, char, float, decimal)))]
[assembly: RegisterType(typeof(Dictionary<string, List<Inner>>))]
[assembly: RegisterType(typeof(List<DateTimeOffset>))]
[assembly: RegisterType(typeof(int?[]))]

namespace Hyperactor.Tests.Programs.Codecs;

/// <summary>What references point at.</summary>
[Export]
public sealed partial class Target : Actor
{
    [Handler]
    private void Take(Inner inner, int times = 1) => Taken += times + inner.Name.Length;

    private int Taken { get; set; }
}

public enum Colour : byte
{
    Red,
    Green,
    Blue = 200,
}

[Flags]
public enum Access : long
{
    None,
    Read = 1,
    Write = 1L << 40,
}

[Named("codecs.Empty")]
public sealed partial record Empty;

[Named("codecs.Inner")]
public sealed partial record Inner(string Name, Inner? Next = null);

/// <summary>Every number and every other scalar.</summary>
[Named("codecs.Scalars")]
public sealed partial record Scalars(
    bool Bool, char Char, sbyte SByte, byte Byte, short Short, ushort UShort, int Int, uint UInt, long Long, ulong ULong,
    Int128 Int128, UInt128 UInt128, Half Half, float Float, double Double, decimal Decimal, Guid Guid, TimeSpan TimeSpan,
    DateOnly DateOnly, TimeOnly TimeOnly, DateTime DateTime, DateTimeOffset DateTimeOffset, string Text, string? Nothing,
    Colour Colour, Access Access);

/// <summary>The same as values that may be absent.</summary>
[Named("codecs.Maybes")]
public sealed partial record Maybes(
    bool? Bool, char? Char, long? Long, double? Double, decimal? Decimal, Guid? Guid, DateTime? DateTime,
    DateTimeOffset? Offset, Colour? Colour, Point? Point, Inner? Inner, int[]? Ints);

/// <summary>Bytes in memory, not all of which are a value.</summary>
[Named("codecs.Point")]
public readonly partial record struct Point(int X, bool On, DateTime At, Colour Colour);

/// <summary>A struct with a reference.</summary>
[Named("codecs.Label")]
public readonly partial record struct Label(string Text, Point At);

[Named("codecs.Box")]
public sealed partial record Box<T>(T Value, T[]? More = null);

/// <summary>Collections of every kind that has a codec.</summary>
[Named("codecs.Collections")]
public sealed partial record Collections(
    byte[] Bytes, ReadOnlyMemory<byte> Memory, ReadOnlyMemory<float> Floats, string?[] Texts, Point[] Points, Label[] Labels,
    List<Inner?> Inners, HashSet<string> Set, ImmutableArray<long> Immutable, IReadOnlyList<int[]> ReadOnly,
    IReadOnlyDictionary<Colour, string> ByColour, Dictionary<string, long> ByText, Dictionary<int, List<string>> ByNumber,
    List<List<List<int>>> Deep);

[Named("codecs.Tuples")]
public sealed partial record Tuples((int, long) Memory, (int Number, string? Text, Inner? Inner) Mixed, (string, (bool, Colour))[] Nested);

/// <summary>Ports, wherever they may stand.</summary>
[Named("codecs.Ports"), Bind, Unbind]
public sealed partial record Ports(
    [Include] PortRef<long> Reply, PortRef<Inner>? Maybe, OncePortRef<string> Once, List<PortRef<int>> Many,
    Dictionary<string, OncePortRef<Inner>> ByText, (PortRef<int>, int) Pair);

[Named("codecs.References")]
public sealed partial record References(
    WorldId World, ProcId Proc, ActorId? Actor, PortId Port, GangId Gang, Reference Any, ActorRef<Target> Ref,
    GangRef<Target> GangRef, Serialized? Serialized);

/// <summary>Members of every style, named like the codec's own locals and like keywords.</summary>
[Named("codecs.Styles")]
public partial class Styles(int count)
{
    public int Count { get; } = count;

    public required string Reader { get; init; }

    public string Writer { get; set; } = "";

    public int[] @class { get; init; } = [];

    public Label Value { get; set; }

    public Inner? @event { get; private set; }

    public int Sum => Count + Writer.Length;

    public Styles With(Inner? inner)
    {
        @event = inner;
        return this;
    }
}

[Named("codecs.Derived")]
public sealed partial class Derived(int count, long extra) : Styles(count)
{
    public long Extra { get; } = extra;
}

/// <summary>A value that is itself a tree.</summary>
[Named("codecs.Tree")]
public sealed partial record Tree(Tree? Left, Tree? Right, ImmutableArray<Tree> More, int Weight = 1);

/// <summary>The collections of the platform beside those above.</summary>
[Named("codecs.MoreCollections")]
public sealed partial record MoreCollections(
    FrozenSet<string> Frozen, FrozenDictionary<int, string> FrozenPairs, ImmutableList<Inner> List, ImmutableHashSet<int> Set,
    ImmutableDictionary<string, long> Pairs, ImmutableSortedSet<string> Sorted, Queue<int> Queue, Stack<string> Stack,
    LinkedList<Point> Linked, SortedDictionary<int, Label> SortedPairs, ConcurrentQueue<int> Concurrent, IEnumerable<Inner?> Any,
    IReadOnlyCollection<string> Counted, ISet<int> SetOf, IDictionary<string, Inner> PairsOf, KeyValuePair<int, string?> Pair,
    int[,] Grid, Memory<int> Memory, ArraySegment<byte> Segment);

/// <summary>Types of the platform.</summary>
[Named("codecs.Platform")]
public sealed partial record Platform(
    Uri? Uri, Version? Version, BigInteger Big, IPAddress? Address, IPEndPoint? End, System.Text.Rune Rune, Complex Complex,
    ChannelAddress? Channel);

/// <summary>A union with cases of every style; it holds itself.</summary>
[Named("codecs.Expression"), Handler]
public abstract partial record Expression
{
    public sealed partial record Number(double Value) : Expression;

    public sealed partial record Sum(Expression Left, Expression? Right, List<Expression> More) : Expression;

    public sealed partial record Name : Expression
    {
        public required string Text { get; init; }
    }

    public sealed partial record Nothing : Expression;

    /// <summary>Asks for the value.</summary>
    public sealed partial record Ask(string Of, [Reply] OncePortRef<double> Reply) : Expression;
}

/// <summary>What may grow, also where it is held.</summary>
[Named("codecs.Tolerant", VersionTolerant = true)]
public sealed partial record Tolerant(int Number, string? Text, List<Tolerant> More, ReadOnlyMemory<byte> Bytes, Point At);
