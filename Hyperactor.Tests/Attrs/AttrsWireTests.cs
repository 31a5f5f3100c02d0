using Hyperactor.Data;

namespace Hyperactor.Tests.Attributes;

public sealed class AttrsWireTests
{
    private static readonly AttrKey<int> Count = AttrKey.Define<int>("tests.count");
    private static readonly AttrKey<string> Name = AttrKey.Define<string>("tests.name");
    private static readonly AttrKey<bool> Flag = AttrKey.Define<bool>("tests.flag");
    private static readonly AttrKey<Attrs> Inner = AttrKey.Define<Attrs>("tests.inner");
    private static readonly AttrKey<long> Broken = AttrKey.Define<long>("tests.broken");

    [Test]
    public void The_layout_is_fixed()
    {
        // A change of these bytes is a change of the wire.
        var attrs = new Attrs().Set(AttrKey.Define<long>("c.d"), -2).Set(AttrKey.Define<int>("b"), 1);
        Assert.That(Convert.ToHexString(Wire.Write(attrs)), Is.EqualTo(
            "02" + "1A000000" + "0162" + "04000000" + "01000000" + "03632E64" + "08000000" + "FEFFFFFFFFFFFFFF"));
    }

    [Test]
    public void None_cost_one_byte()
    {
        Assert.That(Wire.Write(new()), Is.EqualTo(new byte[] { 0 }));
        Assert.That(Wire.Write(Attrs.Empty), Is.EqualTo(new byte[] { 0 }));
        Assert.That(Wire.Write(null), Is.EqualTo(new byte[] { 255 }));
        Assert.That(Wire.Read([0]).Set(Count, 1).Get(Count), Is.EqualTo(1));
        Assert.That(Wire.Read([255]), Is.Null);
    }

    [Test]
    public void Values_survive_the_journey()
    {
        var attrs = Wire.RoundTrip(new Attrs().Set(Count, 42).Set(Name, "größer").Set(Inner, new Attrs().Set(Flag, true)));
        Assert.Multiple(() =>
        {
            Assert.That(attrs.Get(Count), Is.EqualTo(42));
            Assert.That(attrs.Get(Name), Is.EqualTo("größer"));
            Assert.That(attrs.Get(Inner).Get(Flag), Is.True);
        });
    }

    [Test]
    public void Equal_dictionaries_have_equal_bytes() => Assert.That(
        Wire.Write(new Attrs().Set(Name, "x").Set(Count, 1)), Is.EqualTo(Wire.Write(new Attrs().Set(Count, 1).Set(Name, "x"))));

    [Test]
    public void What_is_not_known_here_goes_on_as_it_came()
    {
        var bytes = Wire.Of(("tests.from_the_future", [1, 2, 3]), ("tests.too", []));
        var attrs = Wire.Read(bytes);
        Assert.That(attrs.ToString(), Is.EqualTo("""Attrs {"tests.from_the_future": <3 bytes>, "tests.too": <0 bytes>}"""));
        Assert.That(Wire.Write(attrs), Is.EqualTo(bytes));
        attrs.Set(Count, 1);
        Assert.That(
            Wire.Write(attrs),
            Is.EqualTo(Wire.Of(("tests.count", [1, 0, 0, 0]), ("tests.from_the_future", [1, 2, 3]), ("tests.too", []))));
        attrs.Remove(Count);
        Assert.That(Wire.Write(attrs.Clone()), Is.EqualTo(bytes));
    }

    [Test]
    public void What_was_read_goes_on_as_it_came()
    {
        // The text's own count of chars is only a hint, and is written as 1.
        byte[] unusual = [0xFE, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, (byte)'x'];
        var attrs = Wire.Read(Wire.Of(("tests.name", unusual)));
        Assert.That(attrs.Get(Name), Is.EqualTo("x"));
        Assert.That(
            Wire.Write(attrs.Set(Count, 1)), Is.EqualTo(Wire.Of(("tests.count", [1, 0, 0, 0]), ("tests.name", unusual))));
        Assert.That(Wire.Write(new Attrs().Set(Name, "x")), Is.Not.EqualTo(Wire.Of(("tests.name", unusual))));
    }

    [Test]
    public void A_value_that_cannot_be_read_costs_itself_alone()
    {
        AttrCatalog.Register(Broken, "Tests");
        var bytes = Wire.Of(("tests.broken", [1, 2]), ("tests.count", [1, 0, 0, 0]));
        var attrs = Wire.Read(bytes);
        Assert.Multiple(() =>
        {
            Assert.That(
                () => attrs.Get(Broken), Throws.TypeOf<MessageFormatException>().With.Message.Contains("tests.broken"));
            Assert.That(
                () => attrs.Remove(Broken, out _), Throws.TypeOf<MessageFormatException>());
            Assert.That(attrs.Get(Count), Is.EqualTo(1));
            Assert.That(attrs.Contains(Broken), Is.True);
            Assert.That(attrs.ToString(), Does.Contain("<2 bytes, no Int64>"));
            Assert.That(Wire.Write(attrs), Is.EqualTo(bytes));
            Assert.That(attrs.Remove(Broken), Is.True);
        });
    }

    [Test]
    public void The_type_that_is_asked_for_decides_what_the_bytes_are()
    {
        var attrs = Wire.RoundTrip(new Attrs().Set(Count, 65));
        Assert.That(attrs.Get(AttrKey.Define<uint>("tests.count")), Is.EqualTo(65u));
        Assert.That(attrs.Get(Count), Is.EqualTo(65));
        Assert.That(() => attrs.Get(AttrKey.Define<Guid>("tests.count")), Throws.TypeOf<MessageFormatException>());
    }

    [Test]
    public void More_bytes_than_may_travel_are_refused_with_the_largest()
    {
        var attrs = new Attrs().Set(Count, 1).Set(Name, new string('x', Attrs.SizeMax));
        Assert.That(() => Wire.Write(attrs), Throws.TypeOf<AttrException>().With.Message.Contains("tests.name is the largest"));
        var bytes = Wire.Of(("a", new byte[Attrs.SizeMax - 5]));
        Assert.That(
            () => Wire.Read(bytes),
            Throws.TypeOf<MessageFormatException>().With.Message.Contains("over the limit"));
        Assert.That(() => Wire.Read(Wire.Of(("a", new byte[Attrs.SizeMax - 6]))), Throws.Nothing);
    }

    private static IEnumerable<TestCaseData> Malformed()
    {
        yield return new TestCaseData(Array.Empty<byte>()).SetArgDisplayNames("nothing");
        yield return new TestCaseData(new byte[] { 250 }).SetArgDisplayNames("too many");
        yield return new TestCaseData(new byte[] { 0, 0 }).SetArgDisplayNames("none and a byte");
        yield return new TestCaseData(new byte[] { 1, 255, 255, 255, 255 }).SetArgDisplayNames("a length of null");
        yield return new TestCaseData(new byte[] { 1, 254, 255, 255, 255 }).SetArgDisplayNames("a negative length");
        yield return new TestCaseData(new byte[] { 1, 255, 255, 255, 127 }).SetArgDisplayNames("a huge length");
        yield return new TestCaseData(Wire.Of(("b", []), ("a", []))).SetArgDisplayNames("unsorted");
        yield return new TestCaseData(Wire.Of(("a", []), ("a", []))).SetArgDisplayNames("twice");
        yield return new TestCaseData(Wire.Of(("", []))).SetArgDisplayNames("no name");
        yield return new TestCaseData(Wire.Of(("A", []))).SetArgDisplayNames("no small letter");
        yield return new TestCaseData(Wire.Of(("a\n", []))).SetArgDisplayNames("a control character");
        yield return new TestCaseData(Wire.Of((new string('a', 129), []))).SetArgDisplayNames("a long name");
        yield return new TestCaseData(new byte[] { 1, 6, 0, 0, 0, 1, 97, 1, 0, 0, 0 }).SetArgDisplayNames("a value beyond the bytes");
        yield return new TestCaseData(new byte[] { 1, 6, 0, 0, 0, 1, 97, 255, 255, 255, 255 }).SetArgDisplayNames("a negative value length");
        yield return new TestCaseData(new byte[] { 1, 7, 0, 0, 0, 1, 97, 0, 0, 0, 0, 9 }).SetArgDisplayNames("bytes left over");
        yield return new TestCaseData(new byte[] { 2, 6, 0, 0, 0, 1, 97, 0, 0, 0, 0 }).SetArgDisplayNames("one too few");
    }

    [TestCaseSource(nameof(Malformed))]
    public void Bytes_that_are_no_attributes_are_refused(byte[] bytes) =>
        Assert.That(() => Wire.Read(bytes), Throws.TypeOf<MessageFormatException>());

    [Test]
    public void Bytes_cut_anywhere_are_refused()
    {
        var bytes = Wire.Write(new Attrs().Set(Count, 42).Set(Name, "größer"));
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.That(() => Wire.Read(bytes[..length]), Throws.TypeOf<MessageFormatException>(), $"{length}");
        }
    }

    [Test]
    public void Attributes_that_nobody_reads_are_not_decoded()
    {
        var bytes = Wire.Write(new Attrs().Set(Name, new string('x', 10_000)));
        Wire.Read(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Wire.Read(bytes);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1000));
    }

    [Test]
    public void Readers_may_decode_together()
    {
        for (var round = 0; round < 100; round++)
        {
            var attrs = Wire.RoundTrip(new Attrs().Set(Count, 42).Set(Name, "x"));
            Parallel.For(0, 8, _ =>
            {
                Assert.That((attrs.Get(Count), attrs.Get(Name)), Is.EqualTo((42, "x")));
                Assert.That(attrs.Clone().Set(Count, 1), Is.Not.EqualTo(attrs));
            });
        }
    }
}
