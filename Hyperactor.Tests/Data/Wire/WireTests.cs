using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Numerics;
using CsCheck;
using Hyperactor.Data;
using MemoryPack;

namespace Hyperactor.Tests.Data.Wire;

/// <summary>Our bytes are MemoryPack's: each reads what the other wrote.</summary>
public sealed class WireTests
{
    private static readonly Gen<(int[] Ints, string[] Texts)> Items = Gen.Select(
        Gen.Int.Array[0, 6], Gen.String[Gen.Char['a', 'z'], 0, 5].Array[0, 6].Select(static t => (string[])[.. t.Distinct(), "ö"]),
        static (i, t) => (i, t));

    [Test]
    public void Sequences_are_alike() => Items.Sample(static (ints, texts) =>
    {
        Same(ints);
        Same(texts);
        Same<List<int>>([.. ints]);
        Same<List<string>>([.. texts]);
        Same<HashSet<int>>([.. ints]);
        Same<SortedSet<int>>([.. ints]);
        Same<SortedSet<string>>([.. texts]);
        Same(new Queue<int>(ints));
        Same(new Queue<string>(texts));
        Same(new Stack<int>(ints));
        Same(new Stack<string>(texts));
        Same(new LinkedList<int>(ints));
        Same(new ConcurrentQueue<int>(ints));
        Same(new ConcurrentStack<int>(ints));
        Same(new Collection<int>([.. ints]));
        Same(new ReadOnlyCollection<int>([.. ints]));
        Same<IEnumerable<int>>(ints.Where(static i => i % 2 == 0));
        Same<IReadOnlyCollection<string>>(texts);
        Same<ICollection<int>>([.. ints]);
        Same<IList<string>>([.. texts]);
        Same<IReadOnlyList<int>>(ints);
        Same<IReadOnlySet<string>>(new HashSet<string>(texts));
        Same<ISet<int>>(new HashSet<int>(ints));
        Same<Memory<int>>(ints);
        Same<Memory<string>>(texts);
        Same<ArraySegment<int>>(ints);
        Same(new ArraySegment<string>(texts, 0, 1));
        Same<ReadOnlyMemory<int>>(ints);
    }, iter: 50);

    [Test]
    public void Immutable_and_frozen_sequences_are_alike() => Items.Sample(static (ints, texts) =>
    {
        Same(ints.ToImmutableArray());
        Same(default(ImmutableArray<int>));
        Same(ints.ToImmutableList());
        Same(ints.Take(1).ToImmutableHashSet());
        Same(texts.ToImmutableSortedSet());
        Same(ImmutableQueue.CreateRange(ints));
        Same(ImmutableStack.CreateRange(ints));
        Same<IImmutableList<int>>(ints.ToImmutableList());
        Same<IImmutableSet<int>>(ints.Take(1).ToImmutableHashSet());
        Same<IImmutableQueue<int>>(ImmutableQueue.CreateRange(ints));
        Same<IImmutableStack<int>>(ImmutableStack.CreateRange(ints));
        Same(ints.Take(1).ToFrozenSet());
    }, iter: 50);

    [Test]
    public void Dictionaries_are_alike() => Items.Sample(static (ints, texts) =>
    {
        var byNumber = ints.Distinct().ToDictionary(static i => i, static i => (long)i * i);
        var byText = texts.ToDictionary(static t => t, static t => t.Length);
        Same(byNumber, hasGaps: true);
        Same(byText);
        Same(byNumber.ToDictionary(static p => p.Key, static p => (int)p.Value));
        Same(byNumber.ToDictionary(static p => p.Key, static p => $"{p.Value}"));
        Same(new Dictionary<byte, DateTimeOffset> { [1] = DateTimeOffset.UnixEpoch, [2] = DateTimeOffset.MaxValue }, hasGaps: true);
        Same(new SortedDictionary<int, int>(byNumber.ToDictionary(static p => p.Key, static p => p.Key)));
        Same(new SortedDictionary<string, string>(texts.ToDictionary(static t => t)));
        Same(new SortedList<int, long>(byNumber), hasGaps: true);
        Same(new ConcurrentDictionary<int, int>([.. byNumber.Take(1).Select(static p => KeyValuePair.Create(p.Key, 1))]));
        Same<IDictionary<int, long>>(byNumber, hasGaps: true);
        Same<IReadOnlyDictionary<string, int>>(byText);
        Same(byNumber.Take(1).ToImmutableDictionary(), hasGaps: true);
        Same(byText.ToImmutableSortedDictionary());
        Same<IImmutableDictionary<int, int>>(ImmutableDictionary<int, int>.Empty.Add(1, 2));
        Same(byNumber.Take(1).ToFrozenDictionary(), hasGaps: true);
        Same(byText.Take(1).ToFrozenDictionary());
        Same(KeyValuePair.Create(ints.Length, 2));
        Same(KeyValuePair.Create(ints.Length, 2L), hasGaps: true);
        Same(KeyValuePair.Create(texts[0], 2));
    }, iter: 50);

    [Test]
    public void Arrays_of_two_dimensions_are_alike() => Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4]).Sample(static (rows, columns) =>
    {
        var (ints, texts, longs) = (new int[rows, columns], new string[rows, columns], new long[rows, columns]);
        for (var i = 0; i < rows * columns; i++)
        {
            ints[i / columns, i % columns] = i;
            longs[i / columns, i % columns] = -i;
            texts[i / columns, i % columns] = $"{i}";
        }

        Same(ints);
        Same(longs);
        Same(texts);
    }, iter: 30);

    [Test]
    public void What_may_be_absent_and_tuples_are_alike() => Gen.Select(Gen.Long, Gen.Byte, Gen.String).Sample(static (l, b, s) =>
    {
        var at = new DateTimeOffset(b * TimeSpan.TicksPerDay, TimeSpan.FromHours(b % 12));
        Same<int?>((int)l, hasGaps: true);
        Same<long?>(l, hasGaps: true);
        Same<byte?>(b);
        Same<int?>(null);
        Same<DateTimeOffset?>(at, hasGaps: true);
        Same<Guid?>(Guid.Empty, hasGaps: true);
        Same(((int)l, l), hasGaps: true);
        Same<(byte, int)?>((b, (int)l), hasGaps: true);
        Same((s, (int)l));
        Same((s, at, (int?)b), hasGaps: true);
        Same(new ValueTuple<int>(b));
        Same((b, (short)l, b, l, b, (int)l, b, at), hasGaps: true);
        Same<List<int?>>([1, null, (int)l], hasGaps: true);
        Same<int?[]>([1, null, (int)l], hasGaps: true);
        Same<List<(byte, long)>>([(b, l), (1, 2)], hasGaps: true);
        Same<(byte, long)[]>([(b, l), (1, 2)], hasGaps: true);
        Same<List<DateTimeOffset>>([at, default], hasGaps: true);
        Same<DateTimeOffset[]>([at, default], hasGaps: true);
        Same(new Padded(b, l, b), hasGaps: true);
        Same<Padded?>(new Padded(b, l, b), hasGaps: true);
        Same<Padded[]>([new(b, l, b), new(b, l, b)], hasGaps: true);
        Same<bool[]>([b > 9, true, false]);
    }, iter: 50);

    [Test]
    public void Types_of_the_platform_are_alike() => Assert.Multiple(static () =>
    {
        Same(new Uri("https://a.b/c?d#e"));
        Same(new Uri("../c", UriKind.Relative));
        Same(new Version(1, 2));
        Same(new Version(1, 2, 3));
        Same(new Version(1, 2, 3, 4));
        Same(new Complex(1, -2));
        Same(new Vector2(1, 2));
        Same(new Vector3(1, 2, 3));
        Same(new Quaternion(1, 2, 3, 4));
        Same(Matrix4x4.Identity);
        Same(new System.Text.Rune(0x1F600));
        Same(UriKind.Relative);
        Same((Int128)7);
        Same((Half)7);
        Same(1.50m);
        Same(Guid.AllBitsSet);
        Same(DateTime.UnixEpoch);
    });

    [Test]
    public void What_is_null_is_null_on_both_sides() => Assert.Multiple(static () =>
    {
        Same<string?>(null);
        Same<int[]?>(null);
        Same<List<string>?>(null);
        Same<Queue<int>?>(null);
        Same<Dictionary<int, long>?>(null);
        Same<IEnumerable<int>?>(null);
        Same<ImmutableStack<int>?>(null);
        Same<int[,]?>(null);
        Same<Uri?>(null);
        Same<Version?>(null);
    });

    [Test]
    public void Objects_are_alike() => Gen.Select(Gen.Int, Gen.String, Gen.Bool, Gen.Double).Sample(static (i, text, some, d) =>
    {
        OursPart? part = some ? new(text, null) : null;
        Twin(
            new OursShapes(i, text, some ? text : null, (UriKind)(i % 3), [d, i], part, new() { Name = text, Number = i }, [part, new("x", part)])
            {
                Later = i % 2 == 0 ? i : null,
                Names = new() { ["a"] = part, [text] = null },
            },
            new TheirShapes(
                i, text, some ? text : null, (UriKind)(i % 3), [d, i], Their(part), new() { Name = text, Number = i },
                [Their(part), new("x", Their(part))])
            {
                Later = i % 2 == 0 ? i : null,
                Names = new() { ["a"] = Their(part), [text] = null },
            });
        Twin(new OursGeneric<string>(text, [text]), new TheirGeneric<string>(text, [text]));
        Twin(new OursGeneric<int>(i, [i]), new TheirGeneric<int>(i, [i]));
        Twin(new OursBox<int>(i), new TheirBox<int>(i));
        Twin(new OursBox<string>(text), new TheirBox<string>(text));
        Twin<OursBox<string>?, TheirBox<string>?>(new OursBox<string>(text), new TheirBox<string>(text));
        Twin<OursBox<string>?, TheirBox<string>?>(null, null);
    }, iter: 50);

    [Test]
    public void Objects_whose_members_have_lengths_are_alike() => Gen.Select(Gen.Int, Gen.Int[0, 70_000], Gen.Bool).Sample(static (i, length, some) =>
    {
        var text = new string('x', length);
        var inner = new OursTolerant(i, some ? text : null, null, []);
        var theirs = new TheirTolerant(i, some ? text : null, null, []);
        Twin(new OursTolerant(-i, text, inner, [inner, null, inner]), new TheirTolerant(-i, text, theirs, [theirs, null, theirs]));
        Twin(new OursTolerantValue(text, i), new TheirTolerantValue(text, i));
        Twin(new OursTolerantGeneric<string>(text), new TheirTolerantGeneric<string>(text));
        Twin(new OursTolerantGeneric<int>(i), new TheirTolerantGeneric<int>(i));
        Twin<OursTolerant?, TheirTolerant?>(null, null);
    }, iter: 30);

    [Test]
    public void Members_that_one_side_does_not_know_are_passed_over_on_both()
    {
        var ours = new OursTolerant(1, "b", new(2, null, null, []), [new(3, "c", null, [])]);
        var bytes = Payload.Write(ours, null);
        var narrow = MemoryPackSerializer.Deserialize<TheirNarrow>(bytes)!;
        var wide = Payload.Read<OursTolerant>(MemoryPackSerializer.Serialize(narrow), []);
        Assert.Multiple(() =>
        {
            Assert.That((narrow.A, narrow.B), Is.EqualTo((1, "b")));
            Assert.That((wide.A, wide.B, wide.Next), Is.EqualTo((1, "b", (OursTolerant?)null)));
            Assert.That(Payload.Read<OursNarrow>(MemoryPackSerializer.Serialize(
                new TheirTolerant(1, "b", new(2, null, null, []), [])), []), Is.EqualTo(new OursNarrow(1, "b")));
        });
    }

    [Test]
    public void Unions_are_alike() => Gen.Select(Gen.Double, Gen.String).Sample(static (d, text) =>
    {
        Twin<OursShape, TheirShape>(new OursShape.Circle(d), new TheirShape.Circle(d));
        Twin<OursShape, TheirShape>(new OursShape.Nothing(), new TheirShape.Nothing());
        Twin<OursShape?, TheirShape?>(null, null);
        Twin<OursShape, TheirShape>(
            new OursShape.Named(text, new OursShape.Named(text, new OursShape.Circle(d))),
            new TheirShape.Named(text, new TheirShape.Named(text, new TheirShape.Circle(d))));
    }, iter: 30);

    [Test]
    public void Members_may_be_appended_to_cases() => Assert.Multiple(static () =>
    {
        Assert.That(
            Payload.Read<PlainEventOld>(Payload.Write<PlainEventNew>(new PlainEventNew.Put("a", 2), null), []),
            Is.EqualTo(new PlainEventOld.Put("a")));
        Assert.That(
            () => Payload.Read<List<PlainEventOld>>(Payload.Write<List<PlainEventNew>>([new PlainEventNew.Put("a", 2)], null), []),
            Throws.TypeOf<MessageFormatException>().With.Message.Contains("VersionTolerant"));
        Assert.That(
            Payload.Read<List<EventOld>>(
                Payload.Write<List<EventNew>>([new EventNew.Put("a", new EventNew.Put("b")), new EventNew.Put("c")], null), []),
            Is.EqualTo(new EventOld[] { new EventOld.Put("a"), new EventOld.Put("c") }));
        Assert.That(
            Payload.Read<EventNew>(Payload.Write<EventOld>(new EventOld.Put("a"), null), []), Is.EqualTo(new EventNew.Put("a")));
    });

    private static TheirPart? Their(OursPart? part) => part is null ? null : new(part.Name, Their(part.Next));

    private static void Same<T>(T value, bool hasGaps = false) => Twin(value, value, hasGaps);

    // MemoryPack writes what lies between fields as it finds it, so such bytes are compared once we have written them anew.
    private static void Twin<TOurs, TTheirs>(TOurs ours, TTheirs theirs, bool hasGaps = false)
    {
        var bytes = Payload.Write(ours, null);
        var theirBytes = MemoryPackSerializer.Serialize(theirs);
        Assert.That(theirBytes, Has.Length.EqualTo(bytes.Length), $"{typeof(TOurs)}");
        if (!hasGaps)
        {
            Assert.That(Convert.ToHexString(theirBytes), Is.EqualTo(Convert.ToHexString(bytes)), $"{typeof(TOurs)}");
        }

        Assert.That(Again<TOurs>(theirBytes), Is.EqualTo(Convert.ToHexString(bytes)), $"{typeof(TOurs)}");
        var back = MemoryPackSerializer.Serialize(MemoryPackSerializer.Deserialize<TTheirs>(bytes));
        Assert.That(Again<TOurs>(back), Is.EqualTo(Convert.ToHexString(bytes)), $"{typeof(TOurs)}");
    }

    private static string Again<T>(byte[] bytes) => Convert.ToHexString(Payload.Write(Payload.Read<T>(bytes, []), null));
}
