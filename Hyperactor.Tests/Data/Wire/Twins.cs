using Hyperactor;
using Hyperactor.Tests.Data.Wire;
using MemoryPack;

[assembly: RegisterType(typeof(OursGeneric<string>))]
[assembly: RegisterType(typeof(OursGeneric<int>))]
[assembly: RegisterType(typeof(OursBox<string>))]
[assembly: RegisterType(typeof(OursBox<string>?))]
[assembly: RegisterType(typeof(OursBox<int>))]
[assembly: RegisterType(typeof(List<EventOld>))]
[assembly: RegisterType(typeof(List<EventNew>))]
[assembly: RegisterType(typeof(List<PlainEventOld>))]
[assembly: RegisterType(typeof(List<PlainEventNew>))]
[assembly: RegisterType(typeof(OursTolerantGeneric<string>))]
[assembly: RegisterType(typeof(OursTolerantGeneric<int>))]

namespace Hyperactor.Tests.Data.Wire;

[Named("tests.wire.Part")]
public sealed partial record OursPart(string Name, OursPart? Next);

[MemoryPackable]
public sealed partial record TheirPart(string Name, TheirPart? Next);

/// <summary>A struct that holds a reference is an object.</summary>
[Named("tests.wire.Mixed")]
public partial struct OursMixed
{
    public string Name { get; set; }
    public int Number { get; set; }
}

[MemoryPackable]
public partial struct TheirMixed
{
    public string Name { get; set; }
    public int Number { get; set; }
}

[Named("tests.wire.Shapes")]
public sealed partial record OursShapes(
    int Number, string Text, string? Nothing, UriKind Day, double[] Doubles, OursPart? Part, OursMixed Mixed, List<OursPart?> Parts)
{
    public int? Later { get; init; }
    public Dictionary<string, OursPart?> Names { get; init; } = [];
}

[MemoryPackable]
public sealed partial record TheirShapes(
    int Number, string Text, string? Nothing, UriKind Day, double[] Doubles, TheirPart? Part, TheirMixed Mixed, List<TheirPart?> Parts)
{
    public int? Later { get; init; }
    public Dictionary<string, TheirPart?> Names { get; init; } = [];
}

[Named("tests.wire.Generic")]
public sealed partial record OursGeneric<T>(T Value, List<T> Values);

[MemoryPackable]
public sealed partial record TheirGeneric<T>(T Value, List<T> Values);

[Named("tests.wire.Box")]
public readonly partial record struct OursBox<T>(T Value);

[MemoryPackable]
public readonly partial record struct TheirBox<T>(T Value);

[Named("tests.wire.Tolerant", VersionTolerant = true)]
public sealed partial record OursTolerant(int A, string? B, OursTolerant? Next, List<OursTolerant?>? More = null);

[MemoryPackable(GenerateType.VersionTolerant)]
public sealed partial record TheirTolerant(
    [property: MemoryPackOrder(0)] int A,
    [property: MemoryPackOrder(1)] string? B,
    [property: MemoryPackOrder(2)] TheirTolerant? Next,
    [property: MemoryPackOrder(3)] List<TheirTolerant?>? More);

/// <summary>What the same type was before members were appended.</summary>
[Named("tests.wire.Narrow", VersionTolerant = true)]
public sealed partial record OursNarrow(int A, string? B);

[MemoryPackable(GenerateType.VersionTolerant)]
public sealed partial record TheirNarrow([property: MemoryPackOrder(0)] int A, [property: MemoryPackOrder(1)] string? B);

[Named("tests.wire.TolerantValue", VersionTolerant = true)]
public readonly partial record struct OursTolerantValue(string Text, int Number);

[MemoryPackable(GenerateType.VersionTolerant)]
public readonly partial record struct TheirTolerantValue(
    [property: MemoryPackOrder(0)] string Text, [property: MemoryPackOrder(1)] int Number);

[Named("tests.wire.TolerantGeneric", VersionTolerant = true)]
public sealed partial record OursTolerantGeneric<T>(T Value);

[MemoryPackable(GenerateType.VersionTolerant)]
public sealed partial record TheirTolerantGeneric<T>([property: MemoryPackOrder(0)] T Value);

[Named("tests.wire.Shape")]
public abstract partial record OursShape
{
    public sealed partial record Circle(double Radius) : OursShape;

    public sealed partial record Named(string Name, OursShape? Inner) : OursShape;

    public sealed partial record Nothing : OursShape;
}

[MemoryPackable]
[MemoryPackUnion(0, typeof(Circle))]
[MemoryPackUnion(1, typeof(Named))]
[MemoryPackUnion(2, typeof(Nothing))]
public abstract partial record TheirShape
{
    [MemoryPackable]
    public sealed partial record Circle(double Radius) : TheirShape;

    [MemoryPackable]
    public sealed partial record Named(string Name, TheirShape? Inner) : TheirShape;

    [MemoryPackable]
    public sealed partial record Nothing : TheirShape;
}

[Named("tests.wire.EventOld", VersionTolerant = true)]
public abstract partial record EventOld
{
    public sealed partial record Put(string Key) : EventOld;
}

[Named("tests.wire.EventNew", VersionTolerant = true)]
public abstract partial record EventNew
{
    public sealed partial record Put(string Key, EventNew? Next = null) : EventNew;
}

[Named("tests.wire.PlainEventOld")]
public abstract partial record PlainEventOld
{
    public sealed partial record Put(string Key) : PlainEventOld;
}

[Named("tests.wire.PlainEventNew")]
public abstract partial record PlainEventNew
{
    public sealed partial record Put(string Key, int More) : PlainEventNew;
}
