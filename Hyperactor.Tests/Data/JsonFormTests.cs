using System.Text;
using System.Text.Json;
using CsCheck;
using Hyperactor.Data;

namespace Hyperactor.Tests.Data;

public sealed class JsonFormTests
{
    private static readonly ActorId Someone = new WorldId("w").Proc(3).Actor("a");

    private static readonly object[][] Forms =
    [
        [true, "true"],
        ['x', "\"x\""],
        ['\uD800', "55296"],
        [(sbyte)-1, "-1"],
        [byte.MaxValue, "255"],
        [long.MinValue, "-9223372036854775808"],
        [ulong.MaxValue, "18446744073709551615"],
        [Int128.MinValue, "-170141183460469231731687303715884105728"],
        [UInt128.MaxValue, "340282366920938463463374607431768211455"],
        [1.5, "1.5"],
        [1e300, "1E+300"],
        [double.NaN, "\"NaN\""],
        [float.NegativeInfinity, "\"-Infinity\""],
        [(Half)0.1f, "0.1"],
        [1.10m, "1.10"],
        ["größer\n", "\"größer\\n\""],
        [new TimeSpan(1, 2, 3, 4, 5), "\"1.02:03:04.0050000\""],
        [Guid.Empty, "\"00000000-0000-0000-0000-000000000000\""],
        [new DateOnly(2026, 1, 2), "\"2026-01-02\""],
        [new TimeOnly(3, 4), "\"03:04:00.0000000\""],
        [new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), "\"2026-01-02T03:04:05.0000000Z\""],
        [new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), "\"2026-01-02T03:04:05.0000000+02:00\""],
        [default(Unit), "{}"],
        [Colour.Green, "\"Green\""],
        [(Colour)9, "9"],
        [Flags.Two, "\"Two\""],
        [Flags.One | Flags.Two, "3"],
        [(Flags)(-2), "-2"],
        [new WorldId("w"), "\"w\""],
        [new WorldId("w").Proc(3), "\"w[3]\""],
        [Someone, "\"w[3].a[0]\""],
        [Someone.Port(9), "\"w[3].a[0][9]\""],
        [new GangId(new("w"), "g"), "\"w.g\""],
        [new ActorRef<EchoRef>(Someone), "\"w[3].a[0]\""],
        [new GangRef<EchoRef>(new(new("w"), "g"), 2), "{\"gang\":\"w.g\",\"size\":2}"],
        [new PortRef<long>(Someone.Port(9), "sum"), "{\"port\":\"w[3].a[0][9]\",\"reducer\":\"sum\"}"],
        [new byte[] { 1, 2, 3 }, "\"AQID\""],
        [new[] { 1, 2 }, "[1,2]"],
        [new Dictionary<string, int> { ["b"] = 1, ["a"] = 2 }, "{\"b\":1,\"a\":2}"],
        [new Dictionary<int, string> { [2] = "b", [1] = "a" }, "[[2,\"b\"],[1,\"a\"]]"],
        [("x", 1), "[\"x\",1]"],
        [new ValueTuple<string>("x"), "[\"x\"]"],
        [((string?)null, 1, true, 2L, 'c', (byte)3, 1.5f, "h"), "[null,1,true,2,\"c\",3,1.5,\"h\"]"],
        [new Plain(1, 2), "\"AQAAAAIAAAA=\""],
        [new Owned(1, Colour.Green), "{\"X\":1,\"Colour\":\"Green\"}"],
        [new Pair<int, string>(1), "{\"First\":1,\"Second\":null}"],
        [new Inner("a", new("b", null)), "{\"Name\":\"a\",\"Next\":{\"Name\":\"b\",\"Next\":null}}"],
    ];

    [TestCaseSource(nameof(Forms))]
    public void Each_kind_has_its_form(object value, string json)
    {
        Assert.That(TypeCatalog.TryFind(value.GetType(), out var codec), Is.True);
        var written = Write(codec!, value);
        Assert.Multiple(() =>
        {
            Assert.That(written, Is.EqualTo(json));
            Assert.That(Write(codec!, codec!.ReadBoxedJson(Parse(json))), Is.EqualTo(json));
        });
    }

    [Test]
    public void Any_message_is_the_same_after_a_journey_through_json() => KindsGen.Any.Sample(static kinds =>
    {
        var codec = MessageType<Kinds>.Codec;
        var bytes = Payload.Write(kinds, null);
        Assert.That(codec.JsonToBytes(JsonForm.Parse(codec.BytesToJson(bytes, []))), Is.EqualTo(bytes));
    }, iter: 300);

    [Test]
    public void Any_json_is_read_or_refused_but_never_breaks_the_reader() =>
        Gen.Select(KindsGen.Flat, Gen.Int[0, int.MaxValue], Gen.Byte).Sample(static (kinds, place, b) =>
        {
            var json = Payload.ToJson(MessageType<Kinds>.Codec, kinds);
            json[place % json.Length] = b;
            try
            {
                JsonForm.Read<Kinds>(JsonForm.Parse(json));
            }
            catch (MessageFormatException)
            {
                // Refused, as it should be.
            }
        }, iter: 2000);

    [TestCase("7", "$: expected an object for tests.Everything and found the number 7")]
    [TestCase("{}", "$: tests.Everything was sent without Text")]
    [TestCase("""{"Text":null}""", "$: tests.Everything was sent with null for Text")]
    [TestCase("""{"Text":[]}""", "$.Text: expected a text and found an array")]
    [TestCase("""{"Number":1.5}""", "$.Number: 1.5 is no int")]
    [TestCase("""{"Number":99999999999}""", "$.Number: 99999999999 is no int")]
    [TestCase("""{"Number":"1"}""", "$.Number: expected a number (int) and found a text")]
    [TestCase("""{"Number":null}""", "$.Number: expected a number (int) and found null")]
    [TestCase("""{"Text":"\uD800"}""", "$.Text: the text is no Unicode")]
    [TestCase("""{"Text":"","Colour":"Blue"}""", "$.Colour: \"Blue\" is no Colour")]
    [TestCase("""{"Text":"","Colour":"1"}""", "$.Colour: \"1\" is no Colour")]
    [TestCase("""{"Text":"","Colour":1e99}""", "$.Colour: 1e99 is no Colour")]
    [TestCase("""{"Text":"","Floats":[1,true]}""", "$.Floats[1]: expected a number (float) and found true")]
    [TestCase("""{"Text":"","Floats":[1e99]}""", "$.Floats[0]: 1e99 is no float")]
    [TestCase("""{"Text":"","Floats":[],"Bytes":"%"}""", "$.Bytes: the text is not base64")]
    [TestCase("""{"Text":"","Floats":[],"Inners":[{"Name":"a","Next":{"Name":3}}]}""", "$.Inners[0].Next.Name: expected a text")]
    [TestCase("""{"Text":"","Floats":[],"Inners":[],"Counts":{"a b":[]}}""", "$.Counts['a b']: expected a number (long)")]
    [TestCase("""{"Text":"","Floats":[],"Inners":[],"Counts":{"a":1,"a":2}}""", "$.Counts: a dictionary has one key twice")]
    [TestCase("""{"Text":"","Floats":[],"Inners":[],"Counts":{},"Id":"x"}""", "$.Id: \"x\" is no Guid")]
    [TestCase("""{"Text":"","Floats":[],"Inners":[],"Counts":{},"Echo":"w"}""", "$.Echo: \"w\" is no actor id")]
    public void What_is_wrong_is_said_with_its_place(string json, string message) => Assert.That(
        () => JsonForm.Read<Everything>(Parse(json)),
        Throws.TypeOf<MessageFormatException>().With.Message.StartsWith(message));

    [TestCase("[1]", "expected an array of 2")]
    [TestCase("[1,2]", "$[0]: expected a text")]
    [TestCase("{}", "expected an array of 2")]
    public void A_tuple_has_its_items(string json, string message) => Assert.That(
        () => JsonForm.Read<(string, int)>(Parse(json)),
        Throws.TypeOf<MessageFormatException>().With.Message.Contains(message));

    [TestCase("[[1]]", "$[0]: expected an array of 2")]
    [TestCase("[[1,\"a\"],[1,\"b\"]]", "$[1]: a dictionary has one key twice")]
    [TestCase("[[1,2]]", "$[0][1]: expected a text")]
    [TestCase("{\"1\":\"a\"}", "expected an array")]
    public void A_dictionary_has_its_pairs(string json, string message) => Assert.That(
        () => JsonForm.Read<Dictionary<int, string>>(Parse(json)),
        Throws.TypeOf<MessageFormatException>().With.Message.Contains(message));

    [Test]
    public void Unknown_members_are_ignored_and_absent_ones_have_their_defaults() => Assert.Multiple(() =>
    {
        Assert.That(
            JsonForm.Read<Defaults>(Parse("""{"More":[1],"Name":"a","name":3}""")),
            Is.EqualTo(new Defaults("a")));
        Assert.That(
            JsonForm.Read<Defaults>(Parse("""{"Name":"a","Count":0,"Word":"y","Note":"n","Name":"b"}""")),
            Is.EqualTo(new Defaults("b", 0, "y", "n")));
        Assert.That(
            () => JsonForm.Read<Defaults>(Parse("""{"Name":"a","Word":null}""")),
            Throws.TypeOf<MessageFormatException>());
        Assert.That(JsonForm.Read<Pair<int, string>>(Parse("""{"First":1}""")), Is.EqualTo(new Pair<int, string>(1)));
        Assert.That(
            () => JsonForm.Read<Pair<int, string>>(Parse("{}")),
            Throws.TypeOf<MessageFormatException>().With.Message.Contains("pair<int, string> was sent without First"));
    });

    [Test]
    public void What_a_constructor_refuses_is_refused_with_its_words() => Assert.That(
        () => JsonForm.Read<Thrower>(Parse("""{"Number":-1}""")),
        Throws.TypeOf<MessageFormatException>().With.Message.Contains("No negative numbers."));

    [Test]
    public void Values_that_nest_too_deep_are_refused_both_ways()
    {
        var chain = Enumerable.Range(0, JsonForm.DepthMax + 2).Aggregate((Inner?)null, (next, _) => new Inner("", next));
        var json = string.Concat(Enumerable.Repeat("{\"Name\":\"\",\"Next\":", 300)) + "null" + new string('}', 300);
        var document = JsonElement.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 });
        Assert.Multiple(() =>
        {
            Assert.That(() => Serialized.Of(chain, SerializedEncoding.Json), Throws.TypeOf<MessageFormatException>());
            Assert.That(() => JsonForm.Parse(Encoding.UTF8.GetBytes(json)), Throws.TypeOf<MessageFormatException>());
            Assert.That(JsonForm.Read<Inner>(document).Next, Is.Not.Null);
        });
    }

    [Test]
    public void A_document_that_exhausts_the_stack_is_refused()
    {
        const int Depth = 5_000;
        var json = new StringBuilder().Insert(0, "{\"Name\":\"\",\"Next\":", Depth).Append("null").Append('}', Depth).ToString();
        var document = JsonElement.Parse(json, new JsonDocumentOptions { MaxDepth = Depth + 1 });
        Exception? thrown = null;
        var reader = new Thread(() => thrown = Assert.Catch(() => JsonForm.Read<Inner>(document)), maxStackSize: 512 * 1024);
        reader.Start();
        reader.Join();
        Assert.That(
            thrown,
            Is.TypeOf<MessageFormatException>().With.Message.Contains("nest too deep").And.Message.Length.LessThan(2000));
    }

    [Test]
    public void A_text_that_is_no_unicode_cannot_travel_but_can_be_shown() => Assert.Multiple(() =>
    {
        Assert.That(
            () => Payload.Write("a\uD800b", null),
            Throws.TypeOf<MessageFormatException>().With.Message.StartsWith("A string cannot be written"));
        Assert.That(Write(MessageType<string>.Codec, "a\uD800b"), Is.EqualTo("\"a\uFFFDb\""));
        Assert.That(
            Write(MessageType<Dictionary<string, int>>.Codec, new Dictionary<string, int> { ["\uDC00"] = 1 }),
            Is.EqualTo("{\"\uFFFD\":1}"));
    });

    [Test]
    public void A_value_of_another_type_is_the_callers_mistake() => Assert.Multiple(() =>
    {
        var codec = (MessageCodec)MessageType<int>.Codec;
        Assert.That(() => Write(codec, "text"), Throws.ArgumentException.With.Message.Contains("int"));
        Assert.That(() => Write(codec, null), Throws.ArgumentException);
        Assert.That(Write(MessageType<string>.Codec, null), Is.EqualTo("null"));
    });

    [Test]
    public void Bytes_of_another_size_are_no_struct() => Assert.That(
        () => JsonForm.Read<Plain>(Parse("\"AAAA\"")),
        Throws.TypeOf<MessageFormatException>().With.Message.Contains("8 bytes"));

    [Test]
    public void A_body_is_dumped_with_the_ports_beside_it()
    {
        List<PortEntry> ports = [];
        var codec = MessageType<TwoPorts>.Codec;
        var body = Payload.Write(new TwoPorts(new(Someone.Port(1), "sum"), 5, new(Someone.Port(2)), new(Someone.Port(3))), ports);
        Assert.Multiple(() =>
        {
            Assert.That(
                codec.Dump(body, ports).GetProperty("Second").GetProperty("port").GetString(), Is.EqualTo("w[3].a[0][2]"));
            Assert.That(() => codec.Dump(body, []), Throws.TypeOf<MessageFormatException>());
        });
    }

    private static JsonElement Parse(string json) => JsonForm.Parse(Encoding.UTF8.GetBytes(json));

    private static string Write(MessageCodec codec, object? value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            codec.WriteBoxedJson(writer, value);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
