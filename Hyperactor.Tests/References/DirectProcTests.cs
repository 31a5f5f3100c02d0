using CsCheck;

namespace Hyperactor.Tests.References;

/// <summary>Procs that are named by where they listen.</summary>
public sealed class DirectProcTests
{
    private static readonly ChannelAddress Loopback = ChannelAddress.Parse("tcp:[::1]:1234");

    [Test]
    public void Every_kind_parses_to_its_parts()
    {
        var proc = ProcId.Direct(Loopback, "test");
        Assert.Multiple(() =>
        {
            Assert.That(ProcId.Parse("tcp:[::1]:1234,test"), Is.EqualTo(proc));
            Assert.That(ActorId.Parse("tcp:[::1]:1234,test,testactor"), Is.EqualTo(proc.Actor("testactor")));
            Assert.That(ActorId.Parse("tcp:[::1]:1234,test,testactor[123]"), Is.EqualTo(proc.Actor("testactor", 123)));
            Assert.That(PortId.Parse("tcp:[::1]:1234,test,a[123][5]"), Is.EqualTo(proc.Actor("a", 123).Port(5)));
        });
    }

    [Test]
    public void Every_kind_is_printed_in_one_form()
    {
        var proc = ProcId.Direct(ChannelAddress.Unix("/tmp/a,b/100%"), "p");
        Assert.Multiple(() =>
        {
            Assert.That(proc.ToString(), Is.EqualTo("unix:/tmp/a%2Cb/100%25,p"));
            Assert.That(proc.Actor("a").ToString(), Is.EqualTo("unix:/tmp/a%2Cb/100%25,p,a[0]"));
            Assert.That(proc.Actor("a", 1).Port(2).ToString(), Is.EqualTo("unix:/tmp/a%2Cb/100%25,p,a[1][2]"));
            Assert.That(ProcId.Parse(proc.ToString()).Address, Is.EqualTo(ChannelAddress.Unix("/tmp/a,b/100%")));
        });
    }

    [TestCase("tcp:[::1]:1234,test.testactor[123]", 19, "expected ','")]
    [TestCase("tcp:[::1]:1234,test,a[1][2][3]", 27, "the end")]
    [TestCase("tcp:[::1]:1234,", 15, "a letter")]
    [TestCase("tcp:[::1]:1234,test,", 20, "a letter")]
    [TestCase("tcp:[::1]:1234, test", 15, "a letter")]
    [TestCase("tcp:[::1]:1234,test[0]", 19, "expected ','")]
    [TestCase("tcp:[::1]:1234", 3, "expected '.' or '['")]
    [TestCase(",test", 0, "a kind")]
    [TestCase("w[0],test", 0, "a kind")]
    [TestCase("tcp:[::1]:0,test", 10, "can be dialled")]
    [TestCase("unix:,test", 5, "can be dialled")]
    [TestCase("local:,test", 6, "can be dialled")]
    [TestCase("unix:/a%2c,test", 7, "%25")]
    [TestCase("unix:/a%2,test", 7, "%25")]
    [TestCase("unix:/100%,test", 9, "%25")]
    [TestCase("unix:/a%25/\0,test", 11, "NUL")]
    [TestCase("tcp:[fe80::1%3]:1,p", 12, "%25")]
    [TestCase("sim:unix:@a,tcp:1.2.3.4:5,p", 0, "'sim' is no kind")]
    public void A_malformed_id_is_refused_at_its_position(string text, int position, string expected)
    {
        var error = Assert.Throws<ReferenceFormatException>(() => Reference.Parse(text))!;
        Assert.Multiple(() =>
        {
            Assert.That(error.Message, Does.Contain(expected).And.Contain($"column {position + 1}"));
            Assert.That(error.Position, Is.EqualTo(position));
            Assert.That(Reference.TryParse(text, null, out _), Is.False);
        });
    }

    [TestCase("tcp:127.0.0.1:0")]
    [TestCase("unix:")]
    [TestCase("local:")]
    public void An_address_that_stands_for_any_is_refused(string address) => Assert.That(
        () => ProcId.Direct(ChannelAddress.Parse(address), "p"),
        Throws.TypeOf<ReferenceFormatException>().With.Message.Contains("cannot be dialled").And.Message.Contains(address));

    [TestCase("")]
    [TestCase("a,b")]
    [TestCase("a.b")]
    public void A_name_is_checked_when_an_id_is_made(string name) =>
        Assert.That(() => ProcId.Direct(Loopback, name), Throws.TypeOf<ReferenceFormatException>());

    [Test]
    public void No_accessor_throws_for_the_other_form()
    {
        var direct = ProcId.Direct(Loopback, "p");
        var ranked = new WorldId("w").Proc(3);
        Assert.Multiple(() =>
        {
            Assert.That((direct.World, direct.Rank, direct.Address), Is.EqualTo(((WorldId?)null, (ulong?)null, Loopback)));
            Assert.That((ranked.World, ranked.Rank, ranked.Address), Is.EqualTo((new WorldId("w"), 3ul, (ChannelAddress?)null)));
            Assert.That((direct.IsDirect, ranked.IsDirect), Is.EqualTo((true, false)));
            Assert.That(direct.TryGetDirect(out var address, out var name), Is.True);
            Assert.That((address, name), Is.EqualTo((Loopback, "p")));
            Assert.That(direct.TryGetRanked(out _, out _), Is.False);
            Assert.That(ranked.TryGetRanked(out var world, out var rank), Is.True);
            Assert.That((world, rank), Is.EqualTo((new WorldId("w"), 3ul)));
            Assert.That(ranked.TryGetDirect(out address, out name), Is.False);
            Assert.That((address, name), Is.EqualTo(((ChannelAddress?)null, (string?)null)));
        });
    }

    [Test]
    public void Equality_order_and_hash_agree() => Gen.Select(IdGen.Proc, IdGen.Proc).Sample((a, b) =>
    {
        var copy = ProcId.Parse(a.ToString());
        return copy == a && copy.GetHashCode() == a.GetHashCode() && copy.CompareTo(a) == 0
            && (a == b) == (a.CompareTo(b) == 0) && Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a))
            && (a == b) == a.Equals((object)b);
    });

    [Test]
    public void Ranked_procs_sort_before_direct_ones()
    {
        string[] sorted = ["z[0]", "z[9]", "local:b,a", "tcp:1.2.3.4:5,a", "tcp:1.2.3.4:5,b", "unix:/a,a"];
        Assert.That(
            sorted.Reverse().Select(s => ProcId.Parse(s)).Order().Select(id => id.ToString()), Is.EqualTo(sorted));
    }
}
