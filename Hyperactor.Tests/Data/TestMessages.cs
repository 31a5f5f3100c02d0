using System.Collections.Immutable;
using Hyperactor;
using Hyperactor.Tests.Data;
using MemoryPack;

[assembly: RegisterType(typeof(Pair<int, string>))]
[assembly: RegisterType(typeof(Pair<Pair<Colour, bool>, long[]>))]
[assembly: RegisterType(typeof(Dictionary<string, int>))]
[assembly: RegisterType(typeof((string, int)))]
[assembly: RegisterType(typeof(Serialized))]
[assembly: RegisterType(typeof(int[]))]
[assembly: RegisterType(typeof(int?))]
[assembly: RegisterType(typeof(byte[]))]
[assembly: RegisterType(typeof(ActorRef<EchoRef>))]
[assembly: RegisterType(typeof(GangRef<EchoRef>))]
[assembly: RegisterType(typeof(PortRef<long>))]
[assembly: RegisterType(typeof(Dictionary<int, string>))]
[assembly: RegisterType(typeof((string?, int, bool, long, char, byte, float, string)))]
[assembly: RegisterType(typeof(ValueTuple<string>))]
[assembly: RegisterType(typeof(Plain))]
[assembly: RegisterType(typeof(Flags))]

namespace Hyperactor.Tests.Data;

/// <summary>What references point at.</summary>
public sealed class EchoRef : Actor;

/// <summary>A struct that nobody made a message: its members are not known.</summary>
public readonly record struct Plain(int X, short Y);

[Named("tests.Owned")]
public readonly partial record struct Owned(int X, Colour Colour);

/// <summary>What it holds is not all in members.</summary>
[Named("tests.Secretive")]
public partial struct Secretive
{
    private int _hidden;
    public int Shown { get; set; }

    public void Hide(int value) => _hidden = value;

    public readonly int Reveal() => _hidden;
}

[Flags]
public enum Flags : short
{
    None = 0,
    One = 1,
    Two = 2,
    Least = short.MinValue,
}

[Named("pair")]
public sealed partial record Pair<TFirst, TSecond>(TFirst First, TSecond? Second = default);

[Named]
public sealed partial record DefaultName<T>(T Value);

/// <summary>MemoryPack's own generator writes it.</summary>
[MemoryPackable]
public sealed partial record Packed(int Number, string Text);

[Named("tests.Thrower")]
public sealed partial record Thrower
{
    public Thrower(int number) => Number = number >= 0 ? number : throw new ArgumentException("No negative numbers.");

    public int Number { get; }
}

/// <summary>Throws what throws again when it is asked for its message.</summary>
[Named("tests.HostileThrower")]
public sealed partial record HostileThrower
{
    public HostileThrower(int number) => Number = number >= 0 ? number : throw new Failures.HostileException();

    public int Number { get; }
}

[Named("tests.Defaults")]
public sealed partial record Defaults(string Name, int Count = 3, string Word = "x", string? Note = null);

/// <summary>A message with a member of every kind that travels.</summary>
[Named("tests.Kinds")]
public sealed partial record Kinds
{
    public bool Bool { get; init; }
    public char Char { get; init; }
    public sbyte SByte { get; init; }
    public byte Byte { get; init; }
    public short Short { get; init; }
    public ushort UShort { get; init; }
    public int Int { get; init; }
    public uint UInt { get; init; }
    public long Long { get; init; }
    public ulong ULong { get; init; }
    public Int128 Int128 { get; init; }
    public UInt128 UInt128 { get; init; }
    public Half Half { get; init; }
    public float Float { get; init; }
    public double Double { get; init; }
    public decimal Decimal { get; init; }
    public Guid Guid { get; init; }
    public TimeSpan TimeSpan { get; init; }
    public DateOnly DateOnly { get; init; }
    public TimeOnly TimeOnly { get; init; }
    public DateTime DateTime { get; init; }
    public DateTimeOffset DateTimeOffset { get; init; }
    public string Text { get; init; } = "";
    public string? Nothing { get; init; }
    public Colour Colour { get; init; }
    public Flags Flags { get; init; }
    public Unit Unit { get; init; }
    public Plain Plain { get; init; }
    public Owned Owned { get; init; }
    public Secretive Secretive { get; init; }
    public int? Maybe { get; init; }
    public Owned? MaybeOwned { get; init; }
    public byte[] Bytes { get; init; } = [];
    public ReadOnlyMemory<byte> Memory { get; init; }
    public ReadOnlyMemory<int> Ints { get; init; }
    public Colour[] Colours { get; init; } = [];
    public string?[] Texts { get; init; } = [];
    public List<Inner?> Inners { get; init; } = [];
    public HashSet<string> Set { get; init; } = [];
    public ImmutableArray<long> Immutable { get; init; }
    public IReadOnlyList<int[]> ReadOnlyList { get; init; } = [];
    public IReadOnlyDictionary<Colour, string> ReadOnlyDictionary { get; init; } = new Dictionary<Colour, string>();
    public Dictionary<string, long> ByText { get; init; } = [];
    public Dictionary<int, List<string>> ByNumber { get; init; } = [];
    public (int, long) Unmanaged { get; init; }
    public (int Number, string? Text, Inner? Inner) Tuple { get; init; }
    public Pair<int, string>? Pair { get; init; }
    public Packed? Packed { get; init; }
    public Serialized? Any { get; init; }
    public WorldId World { get; init; }
    public ProcId Proc { get; init; }
    public ActorId? Actor { get; init; }
    public PortId Port { get; init; }
    public GangId Gang { get; init; }
    public ActorRef<EchoRef> Ref { get; init; }
    public GangRef<EchoRef> GangRef { get; init; }
    public PortRef<long> PortRef { get; init; }
    public OncePortRef<string> OncePortRef { get; init; }
    public Kinds? Next { get; init; }
}

[Named("tests.Names")]
public sealed partial record Names(DefaultName<DefaultName<string>> Nested, List<Inner> Inners);
