using System.Text;
using CsCheck;
using Hyperactor.References;

namespace Hyperactor.Tests.References;

public sealed class ReferenceTests
{
    private static readonly string[] Sorted =
    [
        "first", "second", "second.actor1", "second.actor2", "second[1]", "second[1].actor1[0]", "second[1].actor2[0]",
        "second[2]", "second[2].actor100[0]", "third", "third.actor", "third[2]", "third[2].actor[0]", "third[2].actor[0][1]",
        "local:b,p", "tcp:1.2.3.4:5,p", "tcp:1.2.3.4:5,p,a[0]", "tcp:1.2.3.4:5,p,a[0][1]", "tcp:1.2.3.4:5,p,a[1]",
        "tcp:1.2.3.4:5,q", "unix:/a,p",
    ];

    [Test]
    public void What_is_inside_stands_behind_it() => Gen.Int.Sample(seed =>
    {
        var shuffled = Sorted.Select(s => Reference.Parse(s)).ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled.Order().Select(r => r.ToString()).SequenceEqual(Sorted);
    });

    [Test]
    public void The_order_is_total_and_agrees_with_equality() => Gen.OneOf(IdGen.Near, IdGen.Any).Array[3].Sample(some =>
    {
        var (a, b, c) = (some[0], some[1], some[2]);
        return (a == b) == (a.CompareTo(b) == 0)
            && (a != b || a.GetHashCode() == b.GetHashCode())
            && Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a))
            && (!(a <= b && b <= c) || a <= c)
            && (!(a < b && b < c) || a < c);
    });

    [Test]
    public void The_order_of_each_kind_is_that_of_its_references() =>
        Gen.Select(IdGen.Actor, IdGen.Actor, IdGen.Proc, IdGen.Proc).Sample((a, b, p, q) =>
            Math.Sign(a.CompareTo(b)) == Math.Sign(((Reference)a).CompareTo(b))
            && Math.Sign(p.CompareTo(q)) == Math.Sign(((Reference)p).CompareTo(q)));

    [Test]
    public void Names_sort_as_their_bytes_in_UTF_8() => Gen.Select(Gen.String, Gen.String)
        .Where((a, b) => IsWellFormed(a) && IsWellFormed(b))
        .Sample((a, b) => Math.Sign(CodePoints.Compare(a, b))
            == Math.Sign(Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b))));

    [Test]
    public void A_name_beyond_the_first_plane_sorts_behind_all_of_it() =>
        Assert.That(new WorldId("ﬀ"), Is.LessThan(new WorldId("𝒳")));

    [TestCase("w", "w", true)]
    [TestCase("w", "w.a", true)]
    [TestCase("w", "w[1]", true)]
    [TestCase("w", "w[1].a[3]", true)]
    [TestCase("w", "w[1].a[3][4]", true)]
    [TestCase("w", "v[1]", false)]
    [TestCase("w", "tcp:1.2.3.4:5,w", false)]
    [TestCase("w.a", "w.a", true)]
    [TestCase("w.a", "w[7].a[0]", true)]
    [TestCase("w.a", "w[7].a[0][5]", true)]
    [TestCase("w.a", "w[7].a[1]", false)]
    [TestCase("w.a", "w[7].b[0]", false)]
    [TestCase("w.a", "v[7].a[0]", false)]
    [TestCase("w.a", "w[7]", false)]
    [TestCase("w.a", "w", false)]
    [TestCase("w.w", "tcp:1.2.3.4:5,w,w[0]", false)]
    [TestCase("w[1]", "w[1].a[3]", true)]
    [TestCase("w[1]", "w[1].a[3][4]", true)]
    [TestCase("w[1]", "w[2].a[3]", false)]
    [TestCase("w[1]", "w", false)]
    [TestCase("w[1]", "w.a", false)]
    [TestCase("w[1].a[0]", "w[1].a[0][4]", true)]
    [TestCase("w[1].a[0]", "w[1].a[1]", false)]
    [TestCase("w[1].a[0]", "w[1]", false)]
    [TestCase("w[1].a[0][4]", "w[1].a[0][4]", true)]
    [TestCase("w[1].a[0][4]", "w[1].a[0]", false)]
    [TestCase("tcp:1.2.3.4:5,p", "tcp:1.2.3.4:5,p,a[1][2]", true)]
    [TestCase("tcp:1.2.3.4:5,p", "tcp:1.2.3.4:5,q,a[1][2]", false)]
    [TestCase("tcp:1.2.3.4:5,p,a", "tcp:1.2.3.4:5,p,a[0][2]", true)]
    public void A_prefix_holds_what_is_inside(string prefix, string other, bool holds) =>
        Assert.That(Reference.Parse(prefix).IsPrefixOf(Reference.Parse(other)), Is.EqualTo(holds));

    [Test]
    public void Being_inside_is_an_order() => IdGen.Near.Array[3].Sample(some =>
    {
        var (a, b, c) = (some[0], some[1], some[2]);
        return a.IsPrefixOf(a)
            && (!(a.IsPrefixOf(b) && b.IsPrefixOf(a)) || a == b)
            && (!(a.IsPrefixOf(b) && b.IsPrefixOf(c)) || a.IsPrefixOf(c));
    });

    [Test]
    public void It_tells_what_is_known_of_its_kind()
    {
        var port = new WorldId("w").Proc(1).Actor("a", 2).Port(3);
        var direct = ProcId.Direct(ChannelAddress.Local("x"), "p").Actor("a");
        Assert.Multiple(() =>
        {
            Assert.That(Parts(port.Actor.Proc.World!.Value), Is.EqualTo("World w - - - -"));
            Assert.That(Parts(new WorldId("w").Gang("a")), Is.EqualTo("Gang w w.a - - -"));
            Assert.That(Parts(port.Actor.Proc), Is.EqualTo("Proc w - w[1] - -"));
            Assert.That(Parts(port.Actor), Is.EqualTo("Actor w - w[1] w[1].a[2] -"));
            Assert.That(Parts(port), Is.EqualTo("Port w - w[1] w[1].a[2] w[1].a[2][3]"));
            Assert.That(Parts(direct), Is.EqualTo("Actor - - local:x,p local:x,p,a[0] -"));
        });
    }

    [Test]
    public void What_names_nothing_is_no_reference()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => (Reference)(ActorId)null!, Throws.ArgumentNullException);
            Assert.That(() => (Reference)default(PortId), Throws.ArgumentNullException);
        });
    }

    [Test]
    public void References_to_one_port_are_equal_whatever_their_reducer()
    {
        var port = new WorldId("w").Proc(0).Actor("a").Port(1024);
        Assert.Multiple(() =>
        {
            Assert.That(new PortRef<int>(port, "sum"), Is.EqualTo(new PortRef<int>(port)));
            Assert.That(new PortRef<int>(port, "sum").GetHashCode(), Is.EqualTo(new PortRef<int>(port).GetHashCode()));
            Assert.That(new OncePortRef<int>(port, "sum") == new OncePortRef<int>(port), Is.True);
            Assert.That(new PortRef<int>(port), Is.Not.EqualTo(new PortRef<int>(port.Actor.Port(1025))));
            Assert.That(new OncePortRef<int>(port, "sum").GetHashCode(), Is.EqualTo(new OncePortRef<int>(port).GetHashCode()));
        });
    }

    private static string Parts(Reference reference)
    {
        object?[] parts = [reference.World, reference.Gang, reference.Proc, reference.Actor, reference.Port];
        return $"{reference.Kind} {string.Join(' ', parts.Select(part => part ?? "-"))}";
    }

    private static bool IsWellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;
}
