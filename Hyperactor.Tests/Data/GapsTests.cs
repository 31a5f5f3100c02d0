using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CsCheck;
using Hyperactor.Data;
using Hyperactor.Tests.Data.Wire;

[assembly: Hyperactor.RegisterType(typeof(Hyperactor.Tests.Data.Gappy<byte>))]
[assembly: Hyperactor.RegisterType(typeof(Hyperactor.Tests.Data.Gappy<(byte, int)>))]
[assembly: Hyperactor.RegisterType(typeof(Hyperactor.Tests.Data.Gappy<byte>[]))]
[assembly: Hyperactor.RegisterType(typeof(Hyperactor.Tests.Data.GappyHolder[]))]

namespace Hyperactor.Tests.Data;

/// <summary>One of ours with gaps, private fields and others with gaps in it.</summary>
[Named("tests.GappyHolder")]
public partial record struct GappyHolder
{
    private byte _hidden;
    public long Large { get; set; }
    public Padded Plain { get; set; }
    public (byte, int)? Maybe { get; set; }
    public DateTimeOffset At { get; set; }
    public Owned Owned { get; set; }

    public void Hide(byte value) => _hidden = value;
}

[Named("tests.Gappy")]
public readonly partial record struct Gappy<T>(T First, long Second, byte Third)
    where T : unmanaged;

[Named("tests.Nothing")]
public readonly partial record struct NoFields;

/// <summary>Bytes between fields: garbage that must not travel.</summary>
public sealed class GapsTests
{
    [Test]
    public void What_lies_between_fields_does_not_travel() => Gen.Select(Gen.Byte[1, 255], Gen.Long, Gen.Byte).Sample(static (dirt, l, b) =>
    {
        var at = new DateTimeOffset(TimeSpan.TicksPerDay + (l & (long.MaxValue >> 3)), TimeSpan.FromMinutes(b));
        Clean(at, dirt, gaps: 4);
        Clean<DateTimeOffset?>(at, dirt, gaps: 11);
        Clean((b, l), dirt, gaps: 7);
        Clean((b, (short)l, b, l, b, (int)l, b, at), dirt, gaps: null);
        Clean<int?>(b, dirt, gaps: 3);
        Clean<(byte, int)?>((b, b), dirt, gaps: 10);
        Clean(new Padded(b, l, b), dirt, gaps: null);
        Clean<Padded?>(new(b, l, b), dirt, gaps: null);
        Clean(KeyValuePair.Create((int)b, l), dirt, gaps: 4);
        Clean(new Gappy<byte>(b, l, b), dirt, gaps: null);
        Clean(new Gappy<(byte, int)>((b, b), l, b), dirt, gaps: null);
        var holder = new GappyHolder { Large = l, Plain = new(b, l, b), Maybe = (b, b), At = at, Owned = new(b, Colour.Green) };
        holder.Hide(b);
        Clean(holder, dirt, gaps: null);
        Clean(default(NoFields), dirt, gaps: 1);
    }, iter: 30);

    [Test]
    public void What_has_no_gaps_travels_as_it_is() => Assert.Multiple(static () =>
    {
        foreach (var codec in new MessageCodec[] { MessageType<Guid>.Codec, MessageType<decimal>.Codec })
        {
            Assert.That(codec.TypeUri, Is.Not.Empty);
        }

        Assert.That(MessageType<Guid>.Codec.HasGaps, Is.False);
        Assert.That(MessageType<decimal>.Codec.HasGaps, Is.False);
        Assert.That(MessageType<UriKind>.Codec.HasGaps, Is.False);
        Assert.That(MessageType<Owned>.Codec.HasGaps, Is.False);
        Assert.That(MessageType<System.Numerics.Matrix4x4>.Codec.HasGaps, Is.False);
        Assert.That(MessageType<DateTimeOffset>.Codec.HasGaps, Is.True);
    });

    [Test]
    public void A_bool_that_is_neither_0_nor_1_is_true() => Assert.Multiple(static () =>
    {
        byte[] odd = [0, 1, 2, 255];
        var bools = MemoryMarshal.Cast<byte, bool>(odd).ToArray();
        Assert.That(Payload.Write(bools[2], null), Is.EqualTo(new byte[] { 1 }));
        Assert.That(Payload.Read<bool[]>(Payload.Write(bools, null), []), Is.EqualTo(new[] { false, true, true, true }));
    });

    [Test]
    public void Values_have_the_same_bytes_whichever_way_they_came() => KindsGen.Any.Sample(static kinds =>
    {
        var value = Serialized.Of(kinds);
        Assert.That(value.ToJson().To(value.Encoding), Is.EqualTo(value));
    }, iter: 300);

    private static void Clean<T>(T value, byte dirt, int? gaps)
    {
        var (clean, dirty) = (Filled(value, 0), Filled(value, dirt));
        var bytes = Payload.Write(clean, null);
        Assert.That(Payload.Write(dirty, null), Is.EqualTo(bytes), $"{typeof(T)}");
        Assert.That(Payload.Write(Payload.Read<T>(bytes, []), null), Is.EqualTo(bytes));
        Assert.That(Payload.Write(Payload.Read<T>(Dirty(in dirty), []), null), Is.EqualTo(bytes));
        Assert.That(Serialized.Of(dirty, SerializedEncoding.Json), Is.EqualTo(Serialized.Of(clean, SerializedEncoding.Json)));
        Assert.That(Payload.Read<T>(bytes, []), Is.EqualTo(value));
        if (gaps is { } count)
        {
            Assert.That(Dirty(in dirty).Zip(bytes).Count(static p => p.First != p.Second), Is.EqualTo(count), $"{typeof(T)}");
        }
    }

    private static byte[] Dirty<T>(in T value) =>
        MemoryMarshal.CreateReadOnlySpan(in Unsafe.As<T, byte>(ref Unsafe.AsRef(in value)), Unsafe.SizeOf<T>()).ToArray();

    // Where two fillings of the same value stay different, nothing of the value is.
    private static T Filled<T>(T value, byte dirt)
    {
        var fields = Gaps.FindFields(MessageType<T>.Codec);
        var copy = value;
        var bytes = MemoryMarshal.CreateSpan(ref Unsafe.As<T, byte>(ref copy), Unsafe.SizeOf<T>());
        for (var i = 0; i < fields.Length; i++)
        {
            bytes[i] = fields[i] == 0 ? dirt : bytes[i];
        }

        return copy;
    }
}
