using System.Text;
using CsCheck;
using Hyperactor.Data;

namespace Hyperactor.Tests.Data;

[Named("tests.TestDumpStruct")]
public sealed partial record TestDumpStruct(string A, ulong B, int? C, ReadOnlyMemory<byte>? Part = null);

public sealed class SerializedTests
{
    private static readonly TestDumpStruct Sample = new("hello", 1234, 5678);

    [Test]
    public void A_value_is_packed_by_default_and_says_what_it_is()
    {
        var packed = Serialized.Of(Sample);
        Assert.Multiple(() =>
        {
            Assert.That(packed.Encoding, Is.EqualTo(SerializedEncoding.MemoryPack));
            Assert.That(packed.TypeUri, Is.EqualTo("tests.TestDumpStruct"));
            Assert.That(packed.TypeHash, Is.EqualTo(TypeHash.Of("tests.TestDumpStruct")));
            Assert.That(packed.Length, Is.EqualTo(packed.Bytes.Length));
            Assert.That(packed.Is<TestDumpStruct>(), Is.True);
            Assert.That(packed.Is<Inner>(), Is.False);
            Assert.That(packed.Crc32, Is.EqualTo(System.IO.Hashing.Crc32.HashToUInt32(packed.Bytes.Span)));
        });
    }

    [Test]
    public void Both_encodings_dump_and_display_alike()
    {
        var packed = Serialized.Of(Sample);
        var json = packed.ToJson();
        Assert.Multiple(() =>
        {
            Assert.That(Encoding.UTF8.GetString(json.Bytes.Span), Is.EqualTo("""{"A":"hello","B":1234,"C":5678,"Part":null}"""));
            Assert.That(json, Is.EqualTo(Serialized.Of(Sample, SerializedEncoding.Json)));
            Assert.That(json.ToJson(), Is.SameAs(json));
            Assert.That(json.To(SerializedEncoding.MemoryPack), Is.EqualTo(packed));
            Assert.That(json.TypeUri, Is.EqualTo(packed.TypeUri));
            Assert.That(Dump(json), Is.EqualTo(Dump(packed)));
            Assert.That(packed.ToString(), Is.EqualTo("""TestDumpStruct{"A":"hello","B":1234,"C":5678,"Part":null}"""));
            Assert.That(json.ToString(), Is.EqualTo(packed.ToString()));
        });
    }

    [Test]
    public void Every_encoding_carries_every_value() =>
        Gen.Select(KindsGen.Any, Gen.Bool).Sample(static (kinds, asJson) =>
        {
            var value = Serialized.Of(kinds, asJson ? SerializedEncoding.Json : SerializedEncoding.MemoryPack);
            Assert.That(Serialized.Of(value.Deserialize<Kinds>(), value.Encoding), Is.EqualTo(value));
            Assert.That(value.ToJson().To(value.Encoding), Is.EqualTo(value));
        }, iter: 100);

    [Test]
    public void Another_type_is_refused_with_both_names()
    {
        var unknown = Serialized.FromBytes(0xAB, SerializedEncoding.MemoryPack, default);
        Assert.Multiple(() =>
        {
            Assert.That(
                () => Serialized.Of(Sample).Deserialize<Inner>(),
                Throws.TypeOf<MessageFormatException>().With.Message.Contains("tests.TestDumpStruct").And.Message.Contains("tests.Inner"));
            Assert.That(
                unknown.TryDeserialize<Inner>(out _, out var why), Is.False);
            Assert.That(why, Does.Contain("unknown (0x00000000000000AB)").And.Contain("tests.Inner"));
            Assert.That(unknown.TypeUri, Is.Null);
            Assert.That(() => unknown.Deserialize<Exception>(), Throws.TypeOf<UnknownMessageTypeException>());
        });
    }

    [Test]
    public void Bytes_left_over_are_refused_in_both_encodings([Values] SerializedEncoding encoding)
    {
        var good = Serialized.Of(Sample, encoding);
        var more = Serialized.FromBytes(good.TypeHash, encoding, (byte[])[.. good.Bytes.Span, (byte)'1']);
        Assert.Multiple(() =>
        {
            Assert.That(() => more.Deserialize<TestDumpStruct>(), Throws.TypeOf<MessageFormatException>());
            Assert.That(more.TryDeserialize<TestDumpStruct>(out _, out var why), Is.False);
            Assert.That(why, Is.Not.Empty);
            Assert.That(more.TryDump(out _, out var whyNot), Is.False);
            Assert.That(whyNot, Is.Not.Empty);
        });
    }

    [Test]
    public void A_type_that_is_not_registered_is_shown_as_far_as_possible()
    {
        var bytes = Encoding.UTF8.GetBytes("""{"b":1,"a":2}""");
        var packed = Serialized.FromBytes(1, SerializedEncoding.MemoryPack, bytes);
        var json = Serialized.FromBytes(1, SerializedEncoding.Json, bytes);
        Assert.Multiple(() =>
        {
            Assert.That(packed.TryDump(out _, out var why), Is.False);
            Assert.That(why, Does.Contain("0x0000000000000001"));
            Assert.That(packed.ToString(), Is.EqualTo(new HexPreview(bytes).ToString()));
            Assert.That(Dump(json), Is.EqualTo("""{"b":1,"a":2}"""));
            Assert.That(json.ToString(), Is.EqualTo("""unknown{"a":2,"b":1}"""));
            Assert.That(() => packed.ToJson(), Throws.TypeOf<UnknownMessageTypeException>().With.Message.Contains("0x0000000000000001"));
            Assert.That(() => json.To(SerializedEncoding.MemoryPack), Throws.TypeOf<UnknownMessageTypeException>());
        });
    }

    [Test]
    public void What_is_no_object_is_shown_apart_from_its_type() => Assert.Multiple(() =>
    {
        Assert.That(Serialized.Of(5).ToString(), Is.EqualTo("int 5"));
        Assert.That(Serialized.Of("five").ToString(), Is.EqualTo("string \"five\""));
        Assert.That(Serialized.Of<TestDumpStruct>(null!).ToString(), Is.EqualTo("TestDumpStruct null"));
    });

    [Test]
    public void Showing_never_throws() => Gen.Select(Gen.Byte.Array, Gen.Bool, Gen.Int[0, int.MaxValue]).Sample(static (bytes, isJson, pick) =>
    {
        var all = TypeCatalog.All;
        var encoding = isJson ? SerializedEncoding.Json : SerializedEncoding.MemoryPack;
        var any = Serialized.FromBytes(all[pick % all.Count].TypeHash, encoding, bytes);
        Assert.That(any.ToString(), Has.Length.LessThan(10_000));
        Assert.That(any.TryDump(out _, out var why), Is.EqualTo(why is null));
    }, iter: 5000);

    [Test]
    public void Showing_damaged_values_never_throws() =>
        Gen.Select(KindsGen.Flat, Gen.Int[0, int.MaxValue], Gen.Byte, Gen.Bool).Sample(static (kinds, place, b, isJson) =>
        {
            var good = Serialized.Of(kinds, isJson ? SerializedEncoding.Json : SerializedEncoding.MemoryPack);
            var bytes = good.Bytes.ToArray();
            bytes[place % bytes.Length] = b;
            var bad = Serialized.FromBytes(good.TypeHash, good.Encoding, bytes);
            Assert.That(bad.ToString(), Is.Not.Empty);
            Assert.That(bad.TryDeserialize<Kinds>(out _, out var why), Is.EqualTo(why is null));
        }, iter: 1000);

    [Test]
    public void Equality_is_by_content()
    {
        var (one, same) = (Serialized.Of(Sample), Serialized.Of(Sample));
        Assert.Multiple(() =>
        {
            Assert.That(one, Is.EqualTo(same));
            Assert.That(one == same, Is.True);
            Assert.That(one.GetHashCode(), Is.EqualTo(same.GetHashCode()));
            Assert.That(one != Serialized.Of(Sample with { B = 0 }), Is.True);
            Assert.That(one.Equals(one.ToJson()), Is.False);
            Assert.That(one.Equals(Serialized.FromBytes(1, one.Encoding, one.Bytes)), Is.False);
            Assert.That(one.Equals((object)"other"), Is.False);
            Assert.That((Serialized?)null == one, Is.False);
        });
    }

    [Test]
    public void A_value_without_bytes_is_a_value()
    {
        var unit = Serialized.Of(default(Unit));
        Assert.Multiple(() =>
        {
            Assert.That(unit.Length, Is.Zero);
            Assert.That(unit.Deserialize<Unit>(), Is.Default);
            Assert.That(unit.ToString(), Is.EqualTo("Unit{}"));
        });
    }

    [Test]
    public void It_travels_in_messages()
    {
        var outer = Serialized.Of(Serialized.Of(Sample));
        var json = outer.ToJson();
        Assert.Multiple(() =>
        {
            Assert.That(outer.Deserialize<Serialized>().Deserialize<TestDumpStruct>(), Is.EqualTo(Sample));
            Assert.That(json.Deserialize<Serialized>(), Is.EqualTo(Serialized.Of(Sample)));
            Assert.That(
                Encoding.UTF8.GetString(json.Bytes.Span),
                Does.StartWith("""{"encoding":"memorypack","type":"tests.TestDumpStruct","hash":"0x"""));
            Assert.That(Payload.Read<Serialized?>(Payload.Write<Serialized?>(null, null), []), Is.Null);
        });
    }

    [TestCase(new byte[] { 3, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, "unknown encoding 2")]
    [TestCase(new byte[] { 2, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, "2 were sent")]
    [TestCase(new byte[] { 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 127 }, "2147483647 items were announced")]
    public void Hostile_bytes_are_refused(byte[] bytes, string message) => Assert.That(
        () => Payload.Read<Serialized?>(bytes, []),
        Throws.TypeOf<MessageFormatException>().With.Message.Contains(message));

    [TestCase("""{"encoding":"xml","hash":"0x1","bytes":""}""", "neither")]
    [TestCase("""{"encoding":"json","hash":"1","bytes":""}""", "hexadecimal")]
    [TestCase("""{"encoding":"json","hash":"0x","bytes":""}""", "hexadecimal")]
    [TestCase("""{"encoding":"json","hash":"0x1"}""", "without bytes")]
    [TestCase("""{"encoding":"json","hash":"0x1","bytes":"?"}""", "base64")]
    public void Hostile_json_is_refused(string json, string message) => Assert.That(
        () => JsonForm.Read<Serialized?>(JsonForm.Parse(Encoding.UTF8.GetBytes(json))),
        Throws.TypeOf<MessageFormatException>().With.Message.Contains(message));

    [Test]
    public void Encodings_have_names() => Assert.Multiple(() =>
    {
        foreach (var encoding in Enum.GetValues<SerializedEncoding>())
        {
            Assert.That(SerializedEncodings.TryParse(encoding.ToText(), out var read), Is.True);
            Assert.That(read, Is.EqualTo(encoding));
        }

        Assert.That(SerializedEncodings.TryParse("JSON", out var json) && json == SerializedEncoding.Json, Is.True);
        Assert.That(SerializedEncodings.TryParse("bincode", out _), Is.False);
        Assert.That(SerializedEncodings.TryParse(null, out _), Is.False);
        Assert.That(() => ((SerializedEncoding)9).ToText(), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => Serialized.Of(1, (SerializedEncoding)9), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => Serialized.FromBytes(1, (SerializedEncoding)9, default), Throws.TypeOf<ArgumentOutOfRangeException>());
    });

    private static string Dump(Serialized value) =>
        value.TryDump(out var json, out var why) ? json.GetRawText() : throw new AssertionException(why);
}
