using Hyperactor.Data;

namespace Hyperactor.Tests.Data;

/// <summary>A message with a member of each kind.</summary>
[Named("tests.Everything")]
public sealed partial record Everything(
    int Number,
    string Text,
    string? Nothing,
    Colour Colour,
    float[] Floats,
    ReadOnlyMemory<byte> Bytes,
    List<Inner> Inners,
    Dictionary<string, long> Counts,
    Guid? Id,
    ActorRef<EchoActor> Echo);

[Named("tests.Inner")]
public sealed partial record Inner(string Name, Inner? Next);

public enum Colour
{
    Red,
    Green,
}

public sealed class PayloadTests
{
    private static readonly Everything Sample = new(
        7,
        "größer",
        null,
        Colour.Green,
        [1.5f, -2f],
        new byte[] { 1, 2, 3 },
        [new("a", new("b", null)), new("c", null)],
        new() { ["x"] = 1, ["y"] = -1 },
        Guid.Parse("11111111-2222-3333-4444-555555555555"),
        new(new WorldId("w").Proc(3).Actor("echo")));

    [Test]
    public void A_message_survives_the_journey()
    {
        var back = Payload.Read<Everything>(Payload.Write(Sample, null), []);
        Assert.Multiple(() =>
        {
            Assert.That(back with { Floats = [], Bytes = default, Inners = [], Counts = [] }, Is.EqualTo(Sample with
            {
                Floats = back.Floats.Length == 2 ? [] : null!,
                Bytes = default,
                Inners = [],
                Counts = [],
            }).Using<Everything>((a, b) => a.Number == b.Number && a.Text == b.Text && a.Nothing == b.Nothing
                && a.Colour == b.Colour && a.Id == b.Id && a.Echo == b.Echo));
            Assert.That(back.Floats, Is.EqualTo(Sample.Floats));
            Assert.That(back.Bytes.ToArray(), Is.EqualTo(Sample.Bytes.ToArray()));
            Assert.That(back.Inners, Is.EqualTo(Sample.Inners));
            Assert.That(back.Counts, Is.EqualTo(Sample.Counts));
        });
    }

    [Test]
    public void Bytes_cut_anywhere_are_refused_and_never_anything_else()
    {
        var bytes = Payload.Write(Sample, null);
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.That(
                () => Payload.Read<Everything>(bytes.AsMemory(0, length), []),
                Throws.TypeOf<MessageFormatException>(),
                $"cut at {length} of {bytes.Length}");
        }
    }

    [Test]
    public void Every_flipped_bit_is_read_or_refused_but_never_breaks_the_reader()
    {
        var bytes = Payload.Write(Sample, null);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            try
            {
                Payload.Read<Everything>(bytes, []);
            }
            catch (MessageFormatException)
            {
                // Refused, as it should be.
            }

            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Test]
    public void What_throws_again_when_it_is_asked_why_is_refused_as_well() => Assert.Multiple(static () =>
    {
        byte[] bytes = [1, 255, 255, 255, 255];
        var packed = Serialized.FromBytes(TypeHash.Of("tests.HostileThrower"), default, bytes);
        var json = Serialized.FromBytes(packed.TypeHash, SerializedEncoding.Json, """{"Number":-1}"""u8.ToArray());
        const string Why = "ot a tests.HostileThrower: <its message threw";
        Assert.That(
            () => Payload.Read<HostileThrower>(bytes, []), Throws.TypeOf<MessageFormatException>().With.Message.Contains(Why));
        Assert.That(packed.TryDump(out _, out var why) ? "" : why, Does.Contain(Why));
        Assert.That(json.TryDeserialize<HostileThrower>(out _, out why) ? "" : why, Does.Contain(Why));
    });

    [Test]
    public void Bytes_left_over_are_refused()
    {
        byte[] bytes = [.. Payload.Write(Sample, null), 0];
        Assert.That(
            () => Payload.Read<Everything>(bytes, []),
            Throws.TypeOf<MessageFormatException>().With.Message.Contains("1 bytes are left over"));
    }

    [Test]
    public void A_count_larger_than_the_bytes_is_refused_before_anything_is_allocated()
    {
        byte[] bytes = [0xFF, 0xFF, 0xFF, 0x7F];
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(() => Payload.Read<string[]>(bytes, []), Throws.Exception);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1_000_000));
    }

    [TestCase(int.MinValue)]
    [TestCase(int.MinValue + 3)]
    [TestCase(int.MinValue + 4)]
    [TestCase(-100)]
    [TestCase(int.MaxValue)]
    [TestCase(100)]
    public void A_text_longer_than_the_bytes_is_refused(int length)
    {
        byte[] bytes = [.. BitConverter.GetBytes(length), .. new byte[64]];
        Assert.That(() => Payload.Read<string>(bytes, []), Throws.TypeOf<MessageFormatException>().With.Message.Contains("announced"));
    }

    [TestCase(-2)]
    [TestCase(int.MinValue)]
    public void A_negative_count_is_refused(int count)
    {
        byte[] bytes = [.. BitConverter.GetBytes(count), .. new byte[64]];
        Assert.Multiple(() =>
        {
            Assert.That(() => Payload.Read<Dictionary<string, long>>(bytes, []), Throws.TypeOf<MessageFormatException>());
            Assert.That(() => Payload.Read<List<Inner>>(bytes, []), Throws.TypeOf<MessageFormatException>());
            Assert.That(() => Payload.Read<float[]>(bytes, []), Throws.TypeOf<MessageFormatException>());
            Assert.That(() => Payload.Read<ReadOnlyMemory<byte>>(bytes, []), Throws.TypeOf<MessageFormatException>());
        });
    }

    [TestCase(0, new byte[] { (byte)'a', 0xC3, 0xBC }, "aü")]
    [TestCase(-1, new byte[] { (byte)'a', 0xC3, 0xBC }, "aü")]
    [TestCase(2, new byte[] { (byte)'a', 0xC3, 0xBC }, "aü")]
    [TestCase(3, new byte[] { (byte)'a', 0xC3, 0xBC }, null)]
    [TestCase(1, new byte[] { (byte)'a', 0xC3, 0xBC }, null)]
    [TestCase(int.MaxValue, new byte[] { (byte)'a' }, null)]
    [TestCase(0, new byte[] { 0xC3 }, null)]
    [TestCase(1, new byte[] { 0xFF }, null)]
    [TestCase(1, new byte[] { 0xED, 0xA0, 0x80 }, null)]
    public void A_text_in_UTF_8_is_read_or_refused(int length, byte[] utf8, string? text)
    {
        byte[] bytes = [.. BitConverter.GetBytes(~utf8.Length), .. BitConverter.GetBytes(length), .. utf8];
        if (text is null)
        {
            Assert.That(() => Payload.Read<string>(bytes, []), Throws.TypeOf<MessageFormatException>());
        }
        else
        {
            Assert.That(Payload.Read<string>(bytes, []), Is.EqualTo(text));
        }
    }

    [Test]
    public void A_text_in_UTF_16_is_read() => Assert.That(
        Payload.Read<string>((byte[])[2, 0, 0, 0, (byte)'a', 0, 0xFC, 0], []), Is.EqualTo("aü"));

    [Test]
    public void Values_that_nest_too_deep_are_refused()
    {
        var chain = Enumerable.Range(0, MessageReader.DepthMax + 1)
            .Aggregate((Inner?)null, (next, i) => new Inner($"{i}", next));
        Assert.That(
            () => Payload.Read<Inner>(Payload.Write(chain, null), []),
            Throws.TypeOf<MessageFormatException>().With.Message.Contains("deeper"));
    }

    [Test]
    public void A_type_without_a_codec_is_an_error_that_tells_what_to_do() => Assert.That(
        () => Payload.Write(new object(), null),
        Throws.TypeOf<UnknownMessageTypeException>().With.Message.Contains("[Named]"));

    [Test]
    public void A_type_that_only_its_use_makes_is_an_error_with_what_to_write() => Assert.Multiple(() =>
    {
        Assert.That(
            () => Serialized.Of(new Dictionary<(int, string), Pair<Colour, byte?>[,]>()),
            Throws.TypeOf<UnknownMessageTypeException>().With.Message.Contains(
                "[assembly: RegisterType(typeof(System.Collections.Generic.Dictionary<(int, string), "
                + $"{typeof(Pair<,>).Namespace}.Pair<Hyperactor.Tests.Data.Colour, byte?>[,]>))]."));
        Assert.That(
            () => Serialized.Of(DayOfWeek.Friday),
            Throws.TypeOf<UnknownMessageTypeException>().With.Message.Contains("typeof(System.DayOfWeek)"));
        Assert.That(
            () => Serialized.Of(new Nested()),
            Throws.TypeOf<UnknownMessageTypeException>().With.Message
                .StartsWith("Hyperactor.Tests.Data.PayloadTests.Nested has no codec. Mark it [Named]"));
    });

    [Test]
    public void Two_types_of_one_name_are_refused() => Assert.That(
        () => TypeCatalog.Register(new UnmanagedCodec<Colour>("tests.Inner")),
        Throws.TypeOf<TypeCollisionException>().With.Message.Contains("[Named("));

    [Test]
    public void Registering_a_type_again_changes_nothing()
    {
        var codec = MessageType<Inner>.Codec;
        TypeCatalog.Register(codec);
        Assert.That(MessageType<Inner>.Codec, Is.SameAs(codec));
    }

    [Test]
    public void The_number_of_a_type_is_fixed()
    {
        // A change of these numbers is a change of the wire.
        Assert.Multiple(() =>
        {
            Assert.That(TypeHash.Of("long"), Is.EqualTo(MessageType<long>.Codec.TypeHash));
            Assert.That(TypeHash.Of("long") & PortId.HandlerBit, Is.Not.Zero);
            Assert.That(TypeHash.Of("tests.Inner"), Is.Not.EqualTo(TypeHash.Of("tests.Everything")));
        });
    }

    private sealed record Nested;
}
