using Hyperactor;
using Hyperactor.Tests.Data;

[assembly: RegisterType(typeof(Forms<bool>))]
[assembly: RegisterType(typeof(Forms<decimal>))]
[assembly: RegisterType(typeof(Forms<DateTime>))]
[assembly: RegisterType(typeof(Forms<DateTimeOffset>))]
[assembly: RegisterType(typeof(Forms<DateOnly>))]
[assembly: RegisterType(typeof(Forms<TimeOnly>))]
[assembly: RegisterType(typeof(Forms<BitsNest>))]
[assembly: RegisterType(typeof(Forms<Guid>))]

namespace Hyperactor.Tests.Data;

/// <summary>The ways in which values travel as their bytes in memory, or as parts of others that do.</summary>
[Named("tests.Forms")]
public sealed partial record Forms<T>(
    T One,
    T[] Array,
    ReadOnlyMemory<T> Memory,
    T? Maybe,
    (int, T) Tuple,
    (T?, byte)[] MaybesInTuples,
    (string?, T) Mixed,
    (T, T, T, T, T, T, T, T) Eight,
    ValueTuple<T>? Single,
    List<T> List,
    Dictionary<int, T> ByNumber,
    Dictionary<T, int> ByValue,
    Wrap<T> Wrap,
    (Wrap<T>, int) WrapInMemory,
    Wrap<T>[] Wraps)
    where T : unmanaged
{
    internal static Forms<T> Of(T t) => new(
        t, [t], new[] { t }, t, (1, t), [(t, 1)], ("x", t), (t, t, t, t, t, t, t, t), new(t), [t], new() { [1] = t },
        new() { [t] = 1 }, Data.Wrap<T>.Of(t), (Data.Wrap<T>.Of(t), 1), [Data.Wrap<T>.Of(t)]);
}

/// <summary>An object by itself, and its bytes in memory within others; it holds more than its members.</summary>
[Named("tests.Wrap")]
public readonly partial record struct Wrap<T>(T Value)
    where T : unmanaged
{
    private readonly (T, byte)? _hidden = null;

    private Wrap(T value, T hidden)
        : this(value) => _hidden = (hidden, 1);

    internal static Wrap<T> Of(T value) => new(value, value);

    /// <summary>A value that is good but for the bits that nobody sees.</summary>
    internal static Wrap<T> Hiding(T hidden) => new(default, hidden);
}

/// <summary>Checked by the codecs of what it holds.</summary>
[Named("tests.BitsNest")]
public readonly partial record struct BitsNest(
    BitsLeaf Leaf, BitsHidden Hidden, bool? Maybe, (DateOnly, DateTimeOffset?) Tuple, Wrap<decimal> Wrap, Plain Plain);

[Named("tests.BitsLeaf")]
public readonly partial record struct BitsLeaf(DateTime At, bool On);

/// <summary>In JSON it is its bytes, because no member shows all of it.</summary>
[Named("tests.BitsHidden")]
public partial record struct BitsHidden
{
    private TimeOnly _time;

    public int Shown { get; set; }

    public void Hide(TimeOnly time) => _time = time;
}
