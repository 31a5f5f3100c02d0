using System.Text;

namespace Hyperactor.Generators.Tests;

/// <summary>
/// Writes messages of random shapes, and code that makes random values of them: what can be combined is combined, in ways
/// that nobody would think of.
/// </summary>
internal sealed class RandomTypes(int seed)
{
    private readonly Random _random = new(seed);
    private readonly StringBuilder _types = new();
    private readonly StringBuilder _makers = new();
    private readonly List<Member> _own = [];

    // Types without parts, and how source makes a random value of each from a Random r.
    private static readonly Member[] Scalars =
    [
        new("int", "R.Int(r)", true), new("long", "(long)R.Int(r) * R.Int(r)", true), new("bool", "R.Bool(r)", true),
        new("byte", "(byte)R.Int(r)", true), new("double", "r.NextDouble() * R.Int(r)", true), new("char", "(char)r.Next(32, 0xD800)", true),
        new("decimal", "new decimal(R.Int(r), 1, 2, R.Bool(r), (byte)r.Next(29))", true), new("Half", "(Half)r.Next(100)", true),
        new("Guid", "new Guid(R.Int(r), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)", true), new("TimeSpan", "new TimeSpan(R.Int(r))", true),
        new("DateTime", "new DateTime(r.NextInt64(DateTime.MaxValue.Ticks), DateTimeKind.Utc)", true),
        new("DateTimeOffset", "new DateTimeOffset(r.NextInt64(1L << 50, 1L << 60), TimeSpan.FromMinutes(r.Next(-800, 800)))", true),
        new("DateOnly", "DateOnly.FromDayNumber(r.Next(3000000))", true), new("UInt128", "(UInt128)(uint)R.Int(r) << 64", true),
        new("DayOfWeek", "(DayOfWeek)r.Next(9)", true), new("string", "R.Text(r)", false),
        new("ActorId", "R.Actor(r)", true, IsHashed: false), new("PortRef<int>", "new PortRef<int>(R.Actor(r).Port(5), null)", true, IsHashed: false),
    ];

    private const string Head =
        """
        public static class R
        {
            public static int Int(Random r) => r.Next(4) == 0 ? r.Next(-2, 2) : r.Next(int.MinValue, int.MaxValue);
            public static bool Bool(Random r) => r.Next(2) == 0;
            public static string Text(Random r) => r.Next(3) switch { 0 => "", 1 => "größer 😀 \"\\", _ => new string((char)r.Next(32, 0x300), r.Next(5)) };
            public static ActorId Actor(Random r) => new WorldId("w").Proc((ulong)r.Next(9)).Actor("a", (ulong)r.Next(3));
            public static IEnumerable<T> Many<T>(Random r, Func<Random, T> make) => Enumerable.Range(0, r.Next(4)).Select(_ => make(r)).ToList();

            public static Dictionary<TKey, TValue> Keyed<TKey, TValue>(Random r, Func<Random, TKey> key, Func<Random, TValue> value)
                where TKey : notnull
            {
                var all = new Dictionary<TKey, TValue>();
                for (var left = r.Next(4); left > 0; left--) { all[key(r)] = value(r); }
                return all;
            }

            public static string? Check<T>(Random r, Func<Random, T> make)
            {
                var value = make(r);
                var packed = Serialized.Of(value);
                var json = Serialized.Of(value, SerializedEncoding.Json);
                var back = packed.Deserialize<T>();
                return Serialized.Of(back) != packed ? $"{typeof(T)}: bytes differ: {packed}"
                    : Serialized.Of(back, SerializedEncoding.Json) != json ? $"{typeof(T)}: JSON differs: {json}"
                    : Serialized.Of(json.Deserialize<T>()) != packed ? $"{typeof(T)}: JSON holds something else: {json}"
                    : null;
            }
        }
        """;

    /// <summary>The source of so many types, and of <c>Shapes{seed}.All.Run</c>, which tests them.</summary>
    public string Write(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Declare("T" + i);
        }

        return
            $$"""
            using System.Collections.Immutable;
            using System.Linq;

            namespace Shapes{{seed}};

            {{Head}}
            {{_types}}
            public static class All
            {
            {{_makers}}
                public static IEnumerable<string?> Run(Random r)
                {
            {{string.Concat(_own.Select(static t => $"        yield return R.Check<{t.Type}>(r, static r => {t.Make});\n"))}}
                }
            }
            """;
    }

    private void Declare(string name)
    {
        var members = Enumerable.Range(0, _random.Next(7)).Select(_ => Pick(2)).ToList();
        var kind = _random.Next(6);
        var isStruct = kind is 3 or 4;
        var required = members.Select((m, i) => $"public required {m.Type} M{i} {{ get; {(_random.Next(2) == 0 ? "set" : "init")}; }}");
        var positional = string.Join(", ", members.Select(static (m, i) => $"{m.Type} M{i}"));
        _types.AppendLine(kind switch
        {
            0 or 1 => $"[Named] public sealed partial record {name}({positional});",
            2 => $"[Named] public partial class {name} {{ {string.Join(" ", required)} }}",
            3 => $"[Named] public readonly partial record struct {name}({positional});",
            4 => $"[Named] public partial struct {name} {{ {string.Join(" ", members.Select(static (m, i) => $"public {m.Type} M{i} {{ get; set; }}"))} public {name}() {{ {string.Join(" ", members.Select(static (_, i) => $"M{i} = default!;"))} }} }}",
            _ => $"[Named] public partial class {name}({positional}) {{ {string.Join(" ", members.Select(static (m, i) => $"public {m.Type} M{i} {{ get; }} = M{i};"))} }}",
        });
        var make = kind is 2 or 4
            ? $"new {name} {{ {string.Join(", ", members.Select(static (m, i) => $"M{i} = {m.Make}"))} }}"
            : $"new {name}({string.Join(", ", members.Select(static m => m.Make))})";
        _makers.AppendLine($"    public static {name} Make{name}(Random r) => {make};");
        _own.Add(new(name, $"All.Make{name}(r)", isStruct, IsHashed: false));
    }

    private Member Pick(int depth)
    {
        var pick = _random.Next(depth > 0 ? 14 : 4);
        switch (pick)
        {
            case 4 when _own.Count > 0:
            case 5 when _own.Count > 0:
                return _own[_random.Next(_own.Count)];
            case 6:
                var inner = Pick(depth - 1);
                return inner.Type.EndsWith('?') ? inner : new(inner.Type + "?", $"(R.Bool(r) ? null : {inner.Make})", inner.IsValue);
            case 7:
                return Collection(Pick(depth - 1), "{0}[]", "R.Many(r, static r => {0}).ToArray()");
            case 8:
                return Collection(Pick(depth - 1), "List<{0}>", "R.Many(r, static r => {0}).ToList()");
            case 9:
                return Collection(Pick(depth - 1), "ImmutableArray<{0}>", "R.Many(r, static r => {0}).ToImmutableArray()");
            case 10:
                return Collection(Pick(depth - 1), "IReadOnlyList<{0}>", "R.Many(r, static r => {0}).ToList()");
            case 11:
                var (key, value) = (Key(), Pick(depth - 1));
                return new(
                    $"Dictionary<{key.Type}, {value.Type}>",
                    $"R.Keyed<{key.Type}, {value.Type}>(r, static r => {key.Make}, static r => {Typed(value)})", false, false);
            case 12:
                var (first, second) = (Pick(depth - 1), Pick(depth - 1));
                return new($"({first.Type}, {second.Type})", $"({first.Make}, {second.Make})", true, false);
            case 13:
                var item = Key();
                return new($"HashSet<{item.Type}>", $"R.Many(r, static r => {item.Make}).ToHashSet()", false, false);
            default:
                return Scalars[_random.Next(Scalars.Length)];
        }
    }

    private Member Key()
    {
        while (true)
        {
            var scalar = Scalars[_random.Next(Scalars.Length)];
            if (scalar.IsHashed && scalar.Type is not ("double" or "Half"))
            {
                return scalar;
            }
        }
    }

    private static Member Collection(Member item, string type, string make) =>
        new(string.Format(null, type, item.Type), string.Format(null, make, Typed(item)), false, false);

    // Without its type, a choice between null and something has none.
    private static string Typed(Member item) => $"({item.Type}){item.Make}";

    /// <summary>A type, and how source makes a random value of it.</summary>
    private sealed record Member(string Type, string Make, bool IsValue, bool IsHashed = true);
}
