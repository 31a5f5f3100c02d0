using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using System.Numerics;
using System.Text;

namespace Hyperactor.Tests.Programs.Codecs;

/// <summary>The types whose codecs are tested.</summary>
public static class CodecSubjects
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<CodecSubject> All { get; } =
    [
        new CodecSubject<Empty?>("Empty", static r => r.Maybe(static _ => new Empty())),
        new CodecSubject<Inner>("Inner", Inner),
        new CodecSubject<Scalars>("Scalars", Scalars),
        new CodecSubject<Maybes>("Maybes", Maybes),
        new CodecSubject<Point>("Point", Point),
        new CodecSubject<Label>("Label", Label),
        new CodecSubject<Box<int>>("Box<int>", static r => new(r.Int(), r.Maybe(static r => r.Many(RandomValues.Int)))),
        new CodecSubject<Box<Box<string?>>>("Box<Box<string>>", static r => new(new(r.TextOrNull()), r.Many(static r => new Box<string?>(r.TextOrNull())))),
        new CodecSubject<Collections>("Collections", Collections),
        new CodecSubject<Tuples>("Tuples", Tuples),
        new CodecSubject<Ports>("Ports", Ports),
        new CodecSubject<References>("References", References),
        new CodecSubject<Styles>("Styles", static r => Fill(new Styles(r.Int()) { Reader = r.Text() }, r)),
        new CodecSubject<Derived>("Derived", static r => (Derived)Fill(new Derived(r.Int(), r.Long()) { Reader = r.Text() }, r)),
        new CodecSubject<Tree>("Tree", static r => Tree(r, 4)),
        new CodecSubject<MoreCollections>("MoreCollections", MoreCollections),
        new CodecSubject<Platform>("Platform", Platform),
        new CodecSubject<Expression>("Expression", static r => Expression(r, 4)),
        new CodecSubject<Expression.Sum>("Expression.Sum", static r => Sum(r, 3)),
        new CodecSubject<List<Expression?>>("List<Expression>", static r => [.. r.Many(static r => r.Maybe(static r => Expression(r, 2)))]),
        new CodecSubject<Tolerant>("Tolerant", static r => Tolerant(r, 3)),
        new CodecSubject<(int, string)>("(int, string)", static r => (r.Int(), r.Text())),
        new CodecSubject<(byte, DateTime, bool, long, short, char, float, decimal)>(
            "tuple of eight", static r => ((byte)r.Int(), r.DateTime(), r.Bool(), r.Long(), (short)r.Int(), 'c', r.Float(), r.Decimal())),
        new CodecSubject<Dictionary<string, List<Inner>>>(
            "Dictionary", static r => Keyed(r, RandomValues.Text, static r => r.Many(Inner).ToList())),
        new CodecSubject<List<DateTimeOffset>>("List<DateTimeOffset>", static r => [.. r.Many(RandomValues.DateTimeOffset)]),
        new CodecSubject<int?[]>("int?[]", static r => r.Many(static r => r.MaybeValue(RandomValues.Int))),
        new CodecSubject<string>("string", RandomValues.Text),
        new CodecSubject<decimal>("decimal", RandomValues.Decimal),
    ];

    private static Inner Inner(Random r) => new(r.Text(), r.Next(3) == 0 ? Inner(r) : null);

    private static Colour Colour(Random r) => (Colour)r.Next(256);

    private static Point Point(Random r) => new(r.Int(), r.Bool(), r.DateTime(), Colour(r));

    private static Label Label(Random r) => new(r.Text(), Point(r));

    private static Scalars Scalars(Random r) => new(
        r.Bool(), (char)r.Next(0xD800), (sbyte)r.Int(), (byte)r.Int(), (short)r.Int(), (ushort)r.Int(), r.Int(), (uint)r.Int(),
        r.Long(), (ulong)r.Long(), (Int128)r.Long() * r.Long(), (UInt128)(ulong)r.Long() * (ulong)r.Long(), (Half)r.Float(),
        r.Float(), r.Double(), r.Decimal(), r.Guid(), new TimeSpan(r.Long()), DateOnly.FromDayNumber(r.Next(3_652_059)),
        new TimeOnly(r.NextInt64(TimeSpan.TicksPerDay)), r.DateTime(), r.DateTimeOffset(), r.Text(), r.TextOrNull(), Colour(r),
        (Access)r.Long());

    private static Maybes Maybes(Random r) => new(
        r.MaybeValue(RandomValues.Bool), r.MaybeValue(static r => (char)r.Next(0xD800)), r.MaybeValue(RandomValues.Long),
        r.MaybeValue(RandomValues.Double), r.MaybeValue(RandomValues.Decimal), r.MaybeValue(RandomValues.Guid),
        r.MaybeValue(RandomValues.DateTime), r.MaybeValue(RandomValues.DateTimeOffset), r.MaybeValue(Colour),
        r.MaybeValue(Point), r.Maybe(Inner), r.Maybe(static r => r.Many(RandomValues.Int)));

    private static Collections Collections(Random r) => new(
        Bytes(r), Bytes(r), r.Many(RandomValues.Float), r.Many(RandomValues.TextOrNull), r.Many(Point), r.Many(Label),
        [.. r.Many(static r => r.Maybe(Inner))], [.. r.Many(RandomValues.Text)],
        r.Bool() ? [.. r.Many(RandomValues.Long)] : default, r.Many(static r => r.Many(RandomValues.Int)),
        Keyed(r, Colour, RandomValues.Text), Keyed(r, RandomValues.Text, RandomValues.Long),
        Keyed(r, RandomValues.Int, static r => r.Many(RandomValues.Text).ToList()),
        [.. r.Many(static r => r.Many(static r => r.Many(RandomValues.Int).ToList()).ToList())]);

    private static byte[] Bytes(Random r)
    {
        var bytes = new byte[r.Next(40)];
        r.NextBytes(bytes);
        return bytes;
    }

    private static Tuples Tuples(Random r) => new(
        (r.Int(), r.Long()), (r.Int(), r.TextOrNull(), r.Maybe(Inner)), r.Many(static r => (r.Text(), (r.Bool(), Colour(r)))));

    private static Ports Ports(Random r) => new(
        new(r.Port(), r.TextOrNull()), r.MaybeValue(static r => new PortRef<Inner>(r.Port(), null)), new(r.Port()),
        [.. r.Many(static r => new PortRef<int>(r.Port(), null))],
        Keyed(r, RandomValues.Text, static r => new OncePortRef<Inner>(r.Port())), (new(r.Port(), null), r.Int()));

    private static References References(Random r) => new(
        new("w"), r.Actor().Proc, r.Bool() ? r.Actor() : null, r.Port(), new(new("w"), "g"), Reference.Parse(r.Port().ToString()),
        new(r.Actor()), new(new(new("w"), "g"), r.Next(1, 99)),
        r.Maybe(static r => Serialized.Of(r.Text(), (SerializedEncoding)r.Next(2))));

    private static Styles Fill(Styles styles, Random r)
    {
        styles.Writer = r.Text();
        styles.Value = Label(r);
        return styles.With(r.Maybe(Inner));
    }

    private static Tree Tree(Random r, int depth) => new(
        depth > 0 && r.Bool() ? Tree(r, depth - 1) : null, depth > 0 && r.Bool() ? Tree(r, depth - 1) : null,
        depth > 0 ? [.. r.Many(r => Tree(r, depth - 2), 2)] : [], r.Int());

    private static MoreCollections MoreCollections(Random r) => new(
        r.Many(RandomValues.Text).ToFrozenSet(), Keyed(r, RandomValues.Int, RandomValues.Text).ToFrozenDictionary(),
        [.. r.Many(Inner)], [.. r.Many(RandomValues.Int)], Keyed(r, RandomValues.Text, RandomValues.Long).ToImmutableDictionary(),
        ImmutableSortedSet.Create(StringComparer.Ordinal, r.Many(RandomValues.Text)), new(r.Many(RandomValues.Int)), new(r.Many(RandomValues.Text)),
        new(r.Many(Point)), new(Keyed(r, RandomValues.Int, Label)), new(r.Many(RandomValues.Int)),
        r.Many(static r => r.Maybe(Inner)), r.Many(RandomValues.Text), r.Many(RandomValues.Int).ToHashSet(),
        Keyed(r, RandomValues.Text, Inner), new(r.Int(), r.TextOrNull()), Grid(r), r.Many(RandomValues.Int), Bytes(r));

    private static int[,] Grid(Random r)
    {
        var grid = new int[r.Next(4), r.Next(4)];
        for (var i = 0; i < grid.GetLength(0); i++)
        {
            for (var j = 0; j < grid.GetLength(1); j++)
            {
                grid[i, j] = r.Int();
            }
        }

        return grid;
    }

    private static Platform Platform(Random r) => new(
        r.Maybe(static r => new Uri("http://host/" + r.Next(99))), r.Maybe(static r => new Version(r.Next(9), r.Next(9), r.Next(9))),
        BigInteger.Pow(r.Int(), r.Next(1, 9)), r.Maybe(static r => new IPAddress(r.Next(int.MaxValue))),
        r.Maybe(static r => new IPEndPoint(IPAddress.IPv6Loopback, r.Next(65536))), new Rune(r.Next(0xE000, 0x110000)),
        new(r.Double(), r.Double()), r.Maybe(static r => ChannelAddress.Parse("tcp:127.0.0.1:" + r.Next(1, 65536))));

    private static Expression Expression(Random r, int depth) => r.Next(depth > 0 ? 5 : 4) switch
    {
        0 => new Expression.Number(r.Double()),
        1 => new Expression.Name { Text = r.Text() },
        2 => new Expression.Nothing(),
        3 => new Expression.Ask(r.Text(), r.Bool() ? new(r.Port()) : default),
        _ => Sum(r, depth),
    };

    private static Expression.Sum Sum(Random r, int depth) => new(
        Expression(r, depth - 1), r.Maybe(r => Expression(r, depth - 1)), [.. r.Many(r => Expression(r, depth - 2), 2)]);

    private static Tolerant Tolerant(Random r, int depth) => new(
        r.Int(), r.TextOrNull(), depth > 0 ? [.. r.Many(r => Tolerant(r, depth - 1), 2)] : [], Bytes(r), Point(r));

    private static Dictionary<TKey, TValue> Keyed<TKey, TValue>(Random r, Func<Random, TKey> key, Func<Random, TValue> value)
        where TKey : notnull
    {
        var all = new Dictionary<TKey, TValue>();
        for (var left = r.Next(5); left > 0; left--)
        {
            all[key(r)] = value(r);
        }

        return all;
    }
}
