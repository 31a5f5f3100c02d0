using System.Text;
using CsCheck;
using Hyperactor.Data;

namespace Hyperactor.Tests.Data;

public sealed class UnionTests
{
    private static readonly Gen<string?> Label = Gen.String[Gen.Char.AlphaNumeric, 0, 5].Null();

    private static readonly Gen<Color> Colors = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 0, 5].Select(static n => (Color)new Color.Plain(n)),
        Mixed.Select(static m => (Color)m));

    private static readonly Gen<Shape> Shapes = Gen.Recursive<Shape>((depth, self) => depth > 8
        ? Gen.Const((Shape)new Shape.Empty())
        : Gen.OneOf(
            Gen.Const((Shape)new Shape.Empty()),
            Gen.Select(Gen.Double[-1e9, 1e9], Label, static (r, l) => (Shape)new Shape.Circle(r, l)),
            Gen.Select(Gen.Double[-1e9, 1e9], Label, static (s, l) => (Shape)new Shape.Square { Side = s, Label = l }),
            Gen.Double[-1e9, 1e9].Select(static d => (Shape)new Shape.Polygon.Triangle(d, 1, 2)),
            Gen.Double[-1e9, 1e9].Select(static d => (Shape)new Shape.Hexagon(d)),
            Gen.Select(self, Colors, static (s, c) => (Shape)new Shape.Painted(s, c))));

    private static Gen<Color.Mixed> Mixed => Gen.OneOf(
        Gen.Byte.Select(static b => (Color.Mixed)new Color.Mixed.Gray(b)),
        Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte, static (r, g, b) => (Color.Mixed)new Color.Mixed.Rgb(r, g, b)));

    [Test]
    public void Every_case_comes_back_from_bytes_and_from_JSON() => Shapes.Sample(static shape =>
    {
        var bytes = Payload.Write(shape, null);
        var json = Payload.ToJson(MessageType<Shape?>.Codec, shape);
        return Payload.Read<Shape>(bytes, []) == shape
            && MessageType<Shape?>.Codec.ReadJson(JsonForm.Parse(json)) == shape;
    });

    [Test]
    public void The_bytes_are_the_tag_and_the_case()
    {
        var circle = new Shape.Circle(2, "x");
        var alone = Payload.Write(circle, null);
        Assert.Multiple(() =>
        {
            Assert.That(Payload.Write<Shape>(circle, null), Is.EqualTo((byte[])[1, .. alone]));
            Assert.That(Payload.Write<Shape>(new Shape.Polygon.Triangle(1, 2, 3), null)[0], Is.EqualTo(3));
            Assert.That(Payload.Write<Shape>(new Shape.Empty(), null), Is.EqualTo((byte[])[0, 0]));
            Assert.That(Payload.Write<Shape?>(null, null), Is.EqualTo((byte[])[255]));
            Assert.That(Payload.Read<Shape?>((byte[])[255], []), Is.Null);
        });
    }

    [Test]
    public void Cases_have_names_and_codecs_of_their_own()
    {
        Assert.Multiple(() =>
        {
            Assert.That(MessageType<Shape.Circle?>.Codec.TypeUri, Is.EqualTo("tests.Shape.Circle"));
            Assert.That(MessageType<Shape.Polygon.Triangle?>.Codec.TypeUri, Is.EqualTo("tests.Shape.Triangle"));
            Assert.That(MessageType<Shape.Hexagon?>.Codec.TypeUri, Is.EqualTo("tests.Hexagon"));
            Assert.That(MessageType<Color.Mixed?>.Codec.TypeUri, Is.EqualTo("Hyperactor.Tests.Data.Color.Mixed"));
            Assert.That(MessageType<Color.Mixed.Gray?>.Codec.TypeUri, Is.EqualTo("Hyperactor.Tests.Data.Color.Mixed.Gray"));
            Assert.That(MessageType<Shape.Polygon>.IsKnown, Is.False);
        });
    }

    [Test]
    public void The_name_of_a_case_is_told_without_the_rest()
    {
        MessageCodec codec = MessageType<Shape?>.Codec;
        Assert.Multiple(() =>
        {
            Assert.That(codec.CaseOf(new Shape.Square { Side = 1 }), Is.EqualTo("Square"));
            Assert.That(codec.CaseOf(null), Is.Null);
            Assert.That(codec.CaseOf("text"), Is.Null);
            Assert.That(codec.PeekCase([2]), Is.EqualTo("Square"), "only the tag is there");
            Assert.That(codec.PeekCase([250, 3, 0]), Is.EqualTo("Triangle"));
            Assert.That(codec.PeekCase([250, 3]), Is.Null);
            Assert.That(codec.PeekCase([77]), Is.Null);
            Assert.That(codec.PeekCase([255]), Is.Null);
            Assert.That(codec.PeekCase([]), Is.Null);
            Assert.That(MessageType<string>.Codec.CaseOf("x"), Is.Null);
            Assert.That(MessageType<string>.Codec.PeekCase([1]), Is.Null);
        });
    }

    [TestCase(new byte[] { 6 })]
    [TestCase(new byte[] { 249, 0 })]
    [TestCase(new byte[] { 250, 6, 0, 0 })]
    [TestCase(new byte[] { 250, 6 })]
    [TestCase(new byte[] { 251, 0 })]
    [TestCase(new byte[] { 254 })]
    [TestCase(new byte[] { 0 })]
    [TestCase(new byte[] { 0, 255 })]
    [TestCase(new byte[] { 5, 2, 255, 0, 0 })]
    [TestCase(new byte[] { })]
    public void Bytes_that_are_no_case_are_refused(byte[] bytes) =>
        Assert.That(() => Payload.Read<Shape>(bytes, []), Throws.TypeOf<MessageFormatException>());

    [Test]
    public void Any_bytes_are_a_value_or_refused() => Gen.Byte.Array[0, 40].Sample(static bytes =>
    {
        try
        {
            _ = Payload.Read<Shape>(bytes, []);
        }
        catch (MessageFormatException)
        {
            // The one exception that there is for them.
        }
    });

    [Test]
    public void JSON_tells_the_case_first()
    {
        var json = Encoding.UTF8.GetString(Payload.ToJson(
            MessageType<Shape?>.Codec, new Shape.Painted(new Shape.Square { Side = 2 }, new Color.Mixed.Gray(7))));
        Assert.That(json, Is.EqualTo(
            """{"$case":"Painted","What":{"$case":"Square","Side":2,"Label":null},"Color":{"$case":"Gray","Level":7}}"""));
        Assert.That(
            Encoding.UTF8.GetString(Payload.ToJson(MessageType<Shape.Empty?>.Codec, new Shape.Empty())),
            Is.EqualTo("""{"$case":"Empty"}"""));
    }

    [TestCase("""{"Radius":2}""", "$case")]
    [TestCase("""{"$case":"Oval"}""", "no case 'Oval'")]
    [TestCase("""{"$case":3}""", "expected a text")]
    [TestCase("""{"$case":null}""", "null for $case")]
    [TestCase("""[]""", "an object")]
    [TestCase("""{"$case":"Painted","What":{"$case":"Oval"},"Color":null}""", "$.What: tests.Shape has no case")]
    public void JSON_that_is_no_case_is_refused(string json, string said) => Assert.That(
        () => JsonForm.Read<Shape?>(JsonForm.Parse(Encoding.UTF8.GetBytes(json))),
        Throws.TypeOf<MessageFormatException>().With.Message.Contains(said));

    [Test]
    public void Unions_travel_in_whatever_holds_them()
    {
        var circle = new Shape.Circle(1);
        var drawing = new Drawing(
            circle, null, [circle, new Shape.Hexagon(2)], new() { ["a"] = circle, ["b"] = null },
            (new Shape.Empty(), new Color.Plain("red")), null, new Color.Mixed.Rgb(1, 2, 3));
        var bytes = Payload.Write(drawing, null);
        var read = Payload.Read<Drawing>(bytes, []);
        var again = JsonForm.Read<Drawing?>(JsonForm.Parse(Payload.ToJson(MessageType<Drawing?>.Codec, drawing)))!;
        foreach (var one in new[] { read, again })
        {
            Assert.Multiple(() =>
            {
                Assert.That(one.First, Is.EqualTo(circle));
                Assert.That(one.Many, Is.EqualTo(drawing.Many));
                Assert.That(one.ByName, Is.EqualTo(drawing.ByName));
                Assert.That(one.Pair, Is.EqualTo(drawing.Pair));
                Assert.That(one.Mixed, Is.EqualTo(drawing.Mixed));
            });
        }
    }

    [Test]
    public void A_tree_may_be_deep_but_not_deeper_than_values_may_nest()
    {
        Assert.That(Depth(Payload.Read<Tree>(Payload.Write(Chain(20), null), [])), Is.EqualTo(20));
        Assert.That(
            () => Payload.Read<Tree>(Payload.Write(Chain(200), null), []),
            Throws.TypeOf<MessageFormatException>().With.Message.Contains("deeper"));
    }

    [Test]
    public void A_value_that_is_no_case_is_not_written()
    {
        var codec = new LooseCodec();
        Assert.That(
            () => Payload.Write(codec, new Loose.Other(), null),
            Throws.TypeOf<MessageFormatException>().With.Message.Contains("no case of tests.Loose"));
        Assert.That(codec.CaseOf(new Loose.Other()), Is.Null);
    }

    [Test]
    public void A_reply_that_names_nothing_is_one_byte()
    {
        var bytes = Payload.Write(new Lookup("x"), null);
        Assert.That(bytes[^1], Is.EqualTo(255));
        Assert.That(Payload.Read<Lookup>(bytes, []), Is.EqualTo(new Lookup("x")));
        Assert.That(Payload.Read<LookupStruct>(Payload.Write(new LookupStruct { Item = "y" }, null), []).Item, Is.EqualTo("y"));
        Assert.That(
            Encoding.UTF8.GetString(Payload.ToJson(MessageType<Lookup?>.Codec, new("x"))), Is.EqualTo("""{"Item":"x","Found":null}"""));
        Assert.That(JsonForm.Read<Lookup?>(JsonForm.Parse("""{"Item":"x"}"""u8)), Is.EqualTo(new Lookup("x")));
    }

    [Test]
    public void A_reply_that_names_a_port_is_a_port()
    {
        var port = new OncePortRef<bool>(PortId.Parse("w[0].a[0][1024]"), "tests.SumOfLongs");
        var lookup = new Lookup("x", port);
        var read = Payload.Read<Lookup>(Payload.Write(lookup, null), []);
        var again = JsonForm.Read<Lookup?>(JsonForm.Parse(Payload.ToJson(MessageType<Lookup?>.Codec, lookup)))!;
        Assert.That((read.Found, read.Found.Reducer), Is.EqualTo((port, port.Reducer)));
        Assert.That((again.Found, again.Found.Reducer), Is.EqualTo((port, port.Reducer)));
    }

    [TestCase(new byte[] { 2, 255, 255, 255, 255, 3 })]
    [TestCase(new byte[] { 2, 255, 255, 255, 255, 254 })]
    [TestCase(new byte[] { 2, 255, 255, 255, 255 })]
    public void A_reply_that_is_no_port_is_refused(byte[] bytes) =>
        Assert.That(() => Payload.Read<LookupStruct>(bytes, []), Throws.TypeOf<MessageFormatException>());

    private static Tree Chain(int depth) =>
        depth == 1 ? new Tree.Leaf(1) : new Tree.Node([Chain(depth - 1)], new() { ["x"] = new Tree.Leaf(2) });

    private static int Depth(Tree tree) => tree is Tree.Node node ? 1 + Depth(node.Children[0]) : 1;

    private abstract record Loose
    {
        internal sealed record Known : Loose;

        internal sealed record Other : Loose;
    }

    private sealed class LooseCodec() : UnionCodec<Loose>("tests.Loose", new UnionCase<Loose, Loose.Known>("Known"));
}
