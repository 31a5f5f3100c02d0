using CsCheck;

namespace Hyperactor.Tests.References;

public sealed class IdTests
{
    private static readonly string[] Names = ["w", "trainers", "_", "東京", "a1", "fn", "ünder_score"];

    private static readonly Gen<string> Name = Gen.Int[0, Names.Length - 1].Select(i => Names[i]);

    private static readonly Gen<ActorId> Actors =
        Gen.Select(Name, Gen.ULong, Name, Gen.ULong, (w, r, a, p) => new WorldId(w).Proc(r).Actor(a, p));

    [TestCase("test")]
    [TestCase("東京")]
    [TestCase("_")]
    public void A_world_prints_and_parses(string text) => Assert.That(WorldId.Parse(text).ToString(), Is.EqualTo(text));

    [Test]
    public void Every_kind_parses_to_its_parts()
    {
        Assert.Multiple(() =>
        {
            Assert.That(ProcId.Parse("test[234]"), Is.EqualTo(new WorldId("test").Proc(234)));
            Assert.That(ActorId.Parse("test[234].a"), Is.EqualTo(new WorldId("test").Proc(234).Actor("a")));
            Assert.That(ActorId.Parse("test[234].a[6]"), Is.EqualTo(new WorldId("test").Proc(234).Actor("a", 6)));
            Assert.That(PortId.Parse("t[2].a[6][1]"), Is.EqualTo(new WorldId("t").Proc(2).Actor("a", 6).Port(1)));
            Assert.That(GangId.Parse("test.a"), Is.EqualTo(new WorldId("test").Gang("a")));
        });
    }

    [Test]
    public void What_prints_parses_back_to_the_same() => Actors.Sample(id =>
        ActorId.Parse(id.ToString()) == id
        && PortId.Parse(id.Port(7).ToString()) == id.Port(7)
        && ProcId.Parse(id.Proc.ToString()) == id.Proc
        && GangId.Parse(id.Proc.World!.Value.Gang(id.Name).ToString()) == id.Proc.World.Value.Gang(id.Name));

    [Test]
    public void Order_and_equality_agree() => Gen.Select(Actors, Actors).Sample((a, b) =>
        (a == b) == (a.CompareTo(b) == 0) && Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a)));

    [TestCase("", 0)]
    [TestCase("1foo", 0)]
    [TestCase("foo-bar[1].a", 3)]
    [TestCase("test[-1].a", 5)]
    [TestCase("test[x].a", 5)]
    [TestCase("test[99999999999999999999].a", 5)]
    [TestCase("test[1].a[2", 11)]
    [TestCase("test[1].a[2][3][4]", 15)]
    [TestCase("test[1][2]", 7)]
    [TestCase("test[1] .a", 7)]
    [TestCase("test.", 5)]
    [TestCase(".a", 0)]
    public void A_malformed_id_is_refused_at_its_position(string text, int position)
    {
        var error = Assert.Throws<ReferenceFormatException>(() => ActorId.Parse(text));
        Assert.Multiple(() =>
        {
            Assert.That(error.Position, Is.EqualTo(position));
            Assert.That(error.Text, Is.EqualTo(text));
            Assert.That(ActorId.TryParse(text, null, out _), Is.False);
        });
    }

    [TestCase("test.a", "a gang id")]
    [TestCase("test", "a world id")]
    [TestCase("test[0]", "a proc id")]
    [TestCase("test[0].a[1][2]", "a port id")]
    [TestCase("tcp:[::1]:1234,test", "a proc id")]
    public void Another_kind_of_id_is_refused_by_name(string text, string kind) =>
        Assert.That(
            () => ActorId.Parse(text),
            Throws.TypeOf<ReferenceFormatException>().With.Message.EqualTo(
                $"\"{text}\" is {kind}, and an actor id was asked for: "
                + "write world[rank].name[pid] or address,proc,name[pid]."));

    [TestCase("test[x]", "\"test[x]\" is not a proc id; column 6: expected a number from 0 to 18446744073709551615.")]
    [TestCase("test[1", "\"test[1\" is not a proc id; column 7, its end: expected ']'.")]
    [TestCase("", "\"\" is not a proc id; column 1, its end: expected a letter or '_', then letters, digits and '_'.")]
    public void The_message_names_the_column_and_what_was_expected(string text, string message) =>
        Assert.That(() => ProcId.Parse(text), Throws.TypeOf<ReferenceFormatException>().With.Message.EqualTo(message));

    [Test]
    public void A_message_quotes_no_more_than_a_line_of_what_strangers_send() => Assert.That(
        () => ProcId.Parse(new string('!', 1_000_000)),
        Throws.TypeOf<ReferenceFormatException>().With.Message.Length.LessThan(400));

    [TestCase("w\nE0101 all is lost", "\"w\\nE0101 all is lost\" is not")]
    [TestCase("w\r\t\u001b\u2028", "\"w\\r\\t\\u001B\\u2028\" is not")]
    public void A_message_stays_on_its_line_whatever_strangers_send(string text, string message) => Assert.That(
        () => ProcId.Parse(text), Throws.TypeOf<ReferenceFormatException>().With.Message.StartsWith(message));

    [Test]
    public void A_message_is_cut_between_characters() => Assert.That(
        () => ProcId.Parse(new string('!', 199) + "😀 and more"),
        Throws.TypeOf<ReferenceFormatException>().With.Message.StartsWith($"\"{new string('!', 199)}…\""));

    [TestCase("test[+5]")]
    [TestCase("test[ 5]")]
    [TestCase("test[1_000]")]
    [TestCase("foo [ 1 ].bar")]
    [TestCase(" test")]
    [TestCase("(blah)")]
    [TestCase("world(1, 2, 3)")]
    [TestCase("foo/bar")]
    [TestCase("r#true")]
    [TestCase("test.a[0]")]
    [TestCase("te@st")]
    public void What_is_not_written_exactly_so_is_no_reference(string text) =>
        Assert.That(Reference.TryParse(text, null, out _), Is.False);

    [TestCase("test[007].a", "test[7].a[0]")]
    [TestCase("_foo", "_foo")]
    [TestCase("fn", "fn")]
    [TestCase("東京.𝒳", "東京.𝒳")]
    public void What_is_read_is_printed_in_its_one_form(string text, string printed) =>
        Assert.That(Reference.Parse(text).ToString(), Is.EqualTo(printed));

    [Test]
    public void A_default_world_names_nothing()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => default(WorldId).Proc(0), Throws.ArgumentException);
            Assert.That(() => default(WorldId).Gang("a"), Throws.ArgumentException);
            Assert.That(() => new ActorId(default, "a", 0), Throws.ArgumentException);
            Assert.That(() => new PortId(null!, 0), Throws.ArgumentNullException);
            Assert.That(default(ProcId).ToString(), Is.EqualTo("[0]"));
            Assert.That(default(PortId).ToString(), Is.EqualTo("[0]"));
            Assert.That(default(Reference), Is.EqualTo((Reference)default(WorldId)));
        });
    }

    [Test]
    public void A_rank_of_a_user_has_the_top_bit_set() => Gen.ULong.Sample(random =>
    {
        var proc = new WorldId("w").UserProc(random);
        return proc.IsUser && (proc.Rank & ~ProcId.UserBit) == (random & ~ProcId.UserBit)
            && !new WorldId("w").Proc(random & ~ProcId.UserBit).IsUser
            && !ProcId.Direct(ChannelAddress.Local("x"), "p").IsUser;
    });

    [TestCase("")]
    [TestCase("a b")]
    [TestCase("a.b")]
    [TestCase("a[0]")]
    [TestCase("foo-bar")]
    public void A_name_is_checked_when_an_id_is_made(string name)
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => new WorldId(name), Throws.TypeOf<ReferenceFormatException>());
            Assert.That(() => new WorldId("w").Proc(0).Actor(name), Throws.TypeOf<ReferenceFormatException>());
            Assert.That(() => new WorldId("w").Gang(name), Throws.TypeOf<ReferenceFormatException>());
        });
    }

    [Test]
    public void Ids_sort_by_world_proc_name_and_pid()
    {
        string[] sorted = ["a[0].x[0]", "a[0].x[1]", "a[0].y[0]", "a[1].a[0]", "b[0].a[0]"];
        var shuffled = sorted.Reverse().Select(s => ActorId.Parse(s)).Order().Select(id => id.ToString());
        Assert.That(shuffled, Is.EqualTo(sorted));
    }

    [Test]
    public void A_gang_computes_its_members()
    {
        var gang = new GangRef<Actor>(new WorldId("w").Gang("t"), 1_000_000);
        Assert.Multiple(() =>
        {
            Assert.That(gang[999_999].Id.ToString(), Is.EqualTo("w[999999].t[0]"));
            Assert.That(() => gang[1_000_000], Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => gang[-1], Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(gang.Id.Members(2).Select(id => id.ToString()), Is.EqualTo(new[] { "w[0].t[0]", "w[1].t[0]" }));
            Assert.That(() => gang.Id.Members(-1), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(gang.Id.Members(0), Is.Empty);
            Assert.That(() => new GangRef<Actor>(gang.Id, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
        });
    }
}
