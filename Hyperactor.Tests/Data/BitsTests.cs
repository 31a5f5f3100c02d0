using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using CsCheck;
using Hyperactor.Data;

namespace Hyperactor.Tests.Data;

/// <summary>Bytes that are no value of their type, wherever they stand.</summary>
public sealed class BitsTests
{
    private const ulong TicksMax = 3_155_378_975_999_999_999;
    private const long MinuteTicks = TimeSpan.TicksPerMinute;

    private static readonly byte[] Bools = [0, 1];
    private static readonly byte[] NoBools = [2, 3, 128, 255];
    private static readonly int[] Days = [0, 1, 3_652_058];
    private static readonly int[] NoDays = [-1, 3_652_059, int.MaxValue, int.MinValue];
    private static readonly long[] Times = [0, 1, 863_999_999_999];
    private static readonly long[] NoTimes = [-1, 864_000_000_000, long.MaxValue, long.MinValue];

    private static IEnumerable<TestCaseData> Values() =>
    [
        .. Bools.Select(static b => Case<bool, byte>(b)),
        .. Days.Select(static d => Case<DateOnly, int>(d)),
        .. Times.Select(static t => Case<TimeOnly, long>(t)),
        .. Kinds([0, 1, 630_822_816_000_000_000, TicksMax]).Select(static t => Case<DateTime, ulong>(t)),
        .. Enumerable.Range(0, 29).SelectMany(static s => new[] { s << 16, s << 16 | int.MinValue })
            .Select(static flags => Case<decimal, Words>(new(flags, -1, ulong.MaxValue))),
        Case(decimal.MaxValue),
        Case(decimal.MinValue),
        Case(DateTime.MinValue),
        Case(DateTime.MaxValue),
        Case(DateTime.UnixEpoch),
        Case(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local)),
        Case(DateTimeOffset.MinValue),
        Case(DateTimeOffset.MaxValue),
        Case(new DateTimeOffset(DateTime.MinValue.AddHours(14), TimeSpan.FromHours(14))),
        Case(new DateTimeOffset(DateTime.MaxValue.AddHours(-14), TimeSpan.FromHours(-14))),
        Offset(840, 0),
        Offset(-840, TicksMax),
        Offset(-840, 840 * MinuteTicks),
        Offset(5, 0, padding: -1),
        Case(Guid.AllBitsSet),
    ];

    private static IEnumerable<TestCaseData> NoValues() =>
    [
        .. NoDays.Select(static d => Case<DateOnly, int>(d)),
        .. NoTimes.Select(static t => Case<TimeOnly, long>(t)),
        .. Kinds([TicksMax + 1, (1UL << 62) - 1]).Select(static t => Case<DateTime, ulong>(t)),
        .. Enumerable.Range(29, 256 - 29).Where(static s => s is < 33 or > 252)
            .Select(static s => Case<decimal, Words>(new(s << 16, 0, 1))),
        .. Enumerable.Range(0, 31).Where(static bit => bit is < 16 or > 23)
            .Select(static bit => Case<decimal, Words>(new(1 << bit, 0, 1))),
        Offset(841, TicksMax / 2),
        Offset(-841, TicksMax / 2),
        Offset(int.MaxValue, TicksMax / 2),
        Offset(int.MinValue, TicksMax / 2),
        Offset(-1, 0),
        Offset(1, TicksMax),
        Offset(0, TicksMax + 1),
        Offset(-840, TicksMax + 1),
        Offset(0, 1UL << 62),
        Offset(0, 2UL << 62),
        Offset(0, 3UL << 62),
        Case(new BitsNest { Leaf = Ones<BitsLeaf>() }),
        Case(new BitsNest { Leaf = new(default, Ones<bool>()) }),
        Case(new BitsNest { Hidden = Ones<BitsHidden>() }),
        Case(new BitsNest { Maybe = Ones<bool?>() }),
        Case(new BitsNest { Maybe = Ones<bool>() }),
        Case(new BitsNest { Tuple = (DateOnly.MinValue, Ones<DateTimeOffset?>()) }),
        Case(new BitsNest { Tuple = (DateOnly.MinValue, Ones<DateTimeOffset>()) }),
        Case(new BitsNest { Tuple = (Ones<DateOnly>(), null) }),
        Case(new BitsNest { Wrap = Wrap<decimal>.Of(Ones<decimal>()) }),
        Case(new BitsNest { Wrap = Wrap<decimal>.Hiding(Ones<decimal>()) }),
    ];

    [TestCaseSource(nameof(Values))]
    public void What_is_a_value_arrives(Action<bool> check) => check(true);

    [TestCaseSource(nameof(NoValues))]
    public void What_is_none_is_refused_wherever_it_stands(Action<bool> check) => check(false);

    [Test]
    public void What_no_member_shows_is_checked_where_it_travels() => Assert.Multiple(() =>
    {
        var bad = Bits<DateTimeOffset, Words>(new(0, 0, ulong.MaxValue));
        Refuses((Wrap<DateTimeOffset>.Hiding(bad), 1));
        Refuses(Wrap<DateTimeOffset>.Hiding(bad));
    });

    // The sending side writes 0 or 1 where it knows that a bool goes, so the bytes are made here.
    [TestCaseSource(nameof(NoBools))]
    public void A_bool_of_another_byte_is_refused_wherever_it_stands(byte bad) => Assert.Multiple(() =>
    {
        var (on, off) = (Forms<bool>.Of(true), Forms<bool>.Of(false));
        RefusesIn(true, false, bad);
        RefusesIn(on.Array, off.Array, bad);
        RefusesIn(on.Memory, off.Memory, bad);
        RefusesIn(on.Maybe, off.Maybe, bad);
        RefusesIn(on.Tuple, off.Tuple, bad);
        RefusesIn(on.MaybesInTuples, off.MaybesInTuples, bad);
        RefusesIn(on.Mixed, off.Mixed, bad);
        RefusesIn(on.Eight, off.Eight, bad);
        RefusesIn(on.Single, off.Single, bad);
        RefusesIn(on.List, off.List, bad);
        RefusesIn(on.ByNumber, off.ByNumber, bad);
        RefusesIn(on.ByValue, off.ByValue, bad);
        RefusesIn(on.Wrap, off.Wrap, bad);
        RefusesIn(on.WrapInMemory, off.WrapInMemory, bad);
        RefusesIn(on.Wraps, off.Wraps, bad);
        RefusesIn(on, off, bad);
    });

    [Test]
    public void Bytes_in_json_are_checked() => Assert.Multiple(static () =>
    {
        var hidden = new BitsHidden { Shown = 3 };
        hidden.Hide(new TimeOnly(1, 2));
        Span<byte> bytes = stackalloc byte[Unsafe.SizeOf<BitsHidden>()];
        MemoryMarshal.Write(bytes, hidden);
        Assert.That(Json<BitsHidden>($"\"{Convert.ToBase64String(bytes)}\""), Is.EqualTo(hidden));
        bytes.Fill(255);
        var bad = $"\"{Convert.ToBase64String(bytes)}\"";
        Assert.That(() => Json<BitsHidden>(bad), Throws.TypeOf<MessageFormatException>().With.Message.Contains("TimeOnly"));
    });

    [Test]
    public void The_layout_of_checked_structs_is_their_memory() => Assert.Multiple(() =>
    {
        var leaf = new BitsLeaf(DateTime.UnixEpoch, true);
        Assert.That(Payload.Write(leaf, null), Is.EqualTo(MemoryMarshal.AsBytes(new ReadOnlySpan<BitsLeaf>(in leaf)).ToArray()));
        Assert.That(Payload.Write<bool[]>([true, false], null), Is.EqualTo(new byte[] { 2, 0, 0, 0, 1, 0 }));
        Assert.That(Payload.Write(DateTime.MaxValue, null), Has.Length.EqualTo(8));
    });

    [Test]
    public void A_struct_without_a_codec_is_not_read() => Assert.That(
        static () => Payload.Read<int>(new Careless(), new byte[1], []),
        Throws.TypeOf<UnknownMessageTypeException>().With.Message.Contains("Unregistered"));

    [Test]
    public void Any_bytes_are_refused_or_a_value_that_can_be_shown() => Gen.OneOf(
            Damaged(Forms<bool>.Of(true)), Damaged(Forms<decimal>.Of(1.10m)), Damaged(Forms<DateTime>.Of(DateTime.UnixEpoch)),
            Damaged(Forms<DateTimeOffset>.Of(DateTimeOffset.UnixEpoch)), Damaged(Forms<DateOnly>.Of(DateOnly.MaxValue)),
            Damaged(Forms<TimeOnly>.Of(TimeOnly.MaxValue)), Damaged(Forms<BitsNest>.Of(default)), Random<BitsNest>())
        .Sample(static show => show(), iter: 2000);

    private static T Ones<T>()
    {
        var value = default(T)!;
        Unsafe.InitBlockUnaligned(ref Unsafe.As<T, byte>(ref value), 255, (uint)Unsafe.SizeOf<T>());
        return value;
    }

    private static TestCaseData Offset(int minutes, ulong ticks, int padding = 0) =>
        Case<DateTimeOffset, Words>(new(minutes, padding, ticks));

    private static IEnumerable<ulong> Kinds(ulong[] ticks) =>
        Enumerable.Range(0, 4).SelectMany(kind => ticks.Select(t => t | (ulong)kind << 62));

    private static TestCaseData Case<T, TBits>(TBits bits)
        where T : unmanaged
        where TBits : unmanaged => Case(Bits<T, TBits>(bits));

    private static TestCaseData Case<T>(T value)
        where T : unmanaged
    {
        var bits = Convert.ToHexString(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));
        return new TestCaseData((Action<bool>)(isValue => Everywhere(value, isValue))).SetArgDisplayNames(typeof(T).Name, bits);
    }

    private static T Bits<T, TBits>(TBits bits)
        where T : unmanaged
        where TBits : unmanaged
    {
        Assert.That(Unsafe.SizeOf<T>(), Is.EqualTo(Unsafe.SizeOf<TBits>()));
        return Unsafe.BitCast<TBits, T>(bits);
    }

    // The sending side writes whatever it has.
    private static void Everywhere<T>(T value, bool isValue)
        where T : unmanaged => Assert.Multiple(() =>
    {
        var forms = Forms<T>.Of(value);
        if (!isValue)
        {
            Refuses(value);
            Refuses(forms.Array);
            Refuses<T[]>([default, default, value]);
            Refuses(forms.Memory);
            Refuses(forms.Maybe);
            Refuses(forms.Tuple);
            Refuses(forms.MaybesInTuples);
            Refuses(forms.Mixed);
            Refuses(forms.Eight);
            Refuses(forms.Single);
            Refuses(forms.List);
            Refuses(forms.ByNumber);
            Refuses(forms.ByValue);
            Refuses(forms.Wrap);
            Refuses(forms.WrapInMemory);
            Refuses(forms.Wraps);
            Refuses(forms);
            return;
        }

        Arrives(forms, static (sent, read) => Payload.Write(read, null).AsSpan().SequenceEqual(Payload.Write(sent, null)));
        Assert.That(Payload.ToJson(MessageType<Forms<T>>.Codec, forms), Is.Not.Empty);
    });

    private static void Refuses<T>(T value)
    {
        var bytes = Payload.Write(value, null);
        Assert.That(() => Payload.Read<T>(bytes, []), Throws.TypeOf<MessageFormatException>(), typeof(T).ToString());
    }

    private static void RefusesIn<T>(T on, T off, byte bad)
    {
        var (bytes, others) = (Payload.Write(on, null), Payload.Write(off, null));
        Assert.That(bytes, Is.Not.EqualTo(others));
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != others[i])
            {
                bytes[i] = bad;
                Assert.That(() => Payload.Read<T>(bytes, []), Throws.TypeOf<MessageFormatException>(), $"{typeof(T)} at {i}");
                bytes[i] = 1;
            }
        }
    }

    private static void Arrives<T>(T value, Func<T, T, bool> isSame) =>
        Assert.That(isSame(value, Payload.Read<T>(Payload.Write(value, null), [])), Is.True, typeof(T).ToString());

    private static T Json<T>(string json) => JsonForm.Read<T>(JsonForm.Parse(Encoding.UTF8.GetBytes(json)));

    private static Gen<Action> Random<T>()
        where T : unmanaged =>
        Gen.OneOf(Gen.Byte, Gen.Byte[0, 1]).Array[Unsafe.SizeOf<T>()].Select<byte[], Action>(static bytes => () => Show<T>(bytes));

    private static Gen<Action> Damaged<T>(T value)
    {
        var good = Payload.Write(value, null);
        return Gen.Select(Gen.Int[0, good.Length - 1], Gen.OneOf(Gen.Byte, Gen.Byte[0, 2])).Array[1, 4]
            .Select<(int, byte)[], Action>(blows => () =>
            {
                var bytes = good.ToArray();
                foreach (var (place, b) in blows)
                {
                    bytes[place] = b;
                }

                Show<T>(bytes);
            });
    }

    private static void Show<T>(byte[] bytes)
    {
        T value;
        try
        {
            value = Payload.Read<T>(bytes, []);
        }
        catch (MessageFormatException)
        {
            return;
        }

        var json = Payload.ToJson(MessageType<T>.Codec, value);
        Assert.That(value!.ToString(), Is.Not.Null);
        Assert.That(JsonForm.Read<T>(JsonForm.Parse(json)), Is.Not.Null);
    }

    /// <summary>A decimal or a date with its offset, in the order of memory, which that of a tuple is not.</summary>
    private readonly record struct Words(int First, int Second, ulong Third);

    private readonly record struct Unregistered(bool X);

    private sealed class Careless() : MessageCodec<int>("tests.Careless")
    {
        public override void Write(ref MessageWriter writer, int value) => throw new NotSupportedException();

        public override int Read(ref MessageReader reader) => reader.ReadUnmanaged<Unregistered>().X ? 1 : 0;

        public override void WriteJson(System.Text.Json.Utf8JsonWriter writer, int value) => throw new NotSupportedException();

        public override int ReadJson(System.Text.Json.JsonElement element) => throw new NotSupportedException();
    }
}
