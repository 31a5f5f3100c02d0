using Hyperactor.Data;

namespace Hyperactor.Tests.Data;

public sealed class TypeCatalogTests
{
    [TestCase(typeof(Pair<int, string>), "pair<int, string>")]
    [TestCase(typeof(Pair<Pair<Colour, bool>, long[]>), "pair<pair<Hyperactor.Tests.Data.Colour, bool>, long[]>")]
    [TestCase(typeof(Pair<Colour, bool>), "pair<Hyperactor.Tests.Data.Colour, bool>")]
    [TestCase(typeof(DefaultName<DefaultName<string>>), "Hyperactor.Tests.Data.DefaultName<Hyperactor.Tests.Data.DefaultName<string>>")]
    [TestCase(typeof(DefaultName<string>), "Hyperactor.Tests.Data.DefaultName<string>")]
    [TestCase(typeof(Dictionary<string, int>), "Dictionary<string, int>")]
    [TestCase(typeof((string, int)), "(string, int)")]
    [TestCase(typeof(ValueTuple<string>), "(string)")]
    [TestCase(typeof(int?), "int?")]
    [TestCase(typeof(string), "string")]
    [TestCase(typeof(Serialized), "Serialized")]
    [TestCase(typeof(Hyperactor.Attrs), "Attrs")]
    [TestCase(typeof(List<Inner>), "List<tests.Inner>")]
    public void A_type_is_found_by_type_name_and_number(Type type, string uri)
    {
        Assert.Multiple(() =>
        {
            Assert.That(TypeCatalog.TryFind(type, out var byType), Is.True);
            Assert.That(byType?.TypeUri, Is.EqualTo(uri));
            Assert.That(TypeCatalog.TryFind(uri, out var byUri), Is.True);
            Assert.That(byUri, Is.SameAs(byType));
            Assert.That(TypeCatalog.TryFind(TypeHash.Of(uri), out var byHash), Is.True);
            Assert.That(byHash, Is.SameAs(byType));
            Assert.That(byType?.ValueType, Is.EqualTo(type));
        });
    }

    [Test]
    public void What_is_not_registered_is_not_found() => Assert.Multiple(() =>
    {
        Assert.That(TypeCatalog.TryFind(typeof(Exception), out _), Is.False);
        Assert.That(TypeCatalog.TryFind("no.such.Type", out _), Is.False);
        Assert.That(TypeCatalog.TryFind(17, out _), Is.False);
        Assert.That(TypeCatalog.TryFind("pair", out _), Is.False);
    });

    [Test]
    public void All_types_are_listed_in_order()
    {
        var all = TypeCatalog.All.Select(static c => c.TypeUri).ToList();
        Assert.That(all, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal).And.Contain("pair<int, string>").And.Contain("int"));
    }

    [Test]
    public void One_type_of_two_names_is_refused() => Assert.That(
        () => TypeCatalog.Register(new EnumCodec<Colour>("tests.AnotherColour")),
        Throws.TypeOf<TypeCollisionException>().With.Message.Contains("two names"));

    [Test]
    public void Two_reducers_of_one_name_are_refused()
    {
        TypeCatalog.Register<long, First>("tests.OneName");
        TypeCatalog.Register<long, First>("tests.OneName");
        Assert.That(
            () => TypeCatalog.Register<long, Second>("tests.OneName"),
            Throws.TypeOf<TypeCollisionException>().With.Message.Contains("tests.OneName"));
        Assert.That(TypeCatalog.TryFindReducer("tests.OneName", out var kept), Is.True);
        Assert.That(kept!.Combine(1L, 2L), Is.EqualTo(1L));
    }

    [Test]
    public void The_depth_of_a_type_is_part_of_its_number()
    {
        string[] uris = ["string", "List<string>", "List<List<string>>", "List<List<List<string>>>", "(string)", "string[]", "string?"];
        Assert.That(uris.Select(TypeHash.Of), Is.Unique);
    }

    [Test]
    public void Numbers_never_change() => Assert.Multiple(() =>
    {
        Assert.That(TypeHash.Of("string"), Is.EqualTo(10946571427658370921UL));
        Assert.That(TypeHash.Of("pair<int, string>"), Is.EqualTo(16635960205276093483UL));
    });

    [Test]
    public void Uses_of_a_generic_type_travel() => Assert.Multiple(() =>
    {
        var value = new Pair<Pair<Colour, bool>, long[]>(new(Colour.Green, true), [1, 2]);
        var back = Payload.Read<Pair<Pair<Colour, bool>, long[]>>(Payload.Write(value, null), []);
        Assert.That(back.First, Is.EqualTo(value.First));
        Assert.That(back.Second, Is.EqualTo(value.Second));
        Assert.That(
            () => Payload.Read<Pair<int, string>>(new byte[] { 0 }, []),
            Throws.TypeOf<MessageFormatException>().With.Message.EqualTo("pair<int, string> was sent without First."));
        Assert.That(Payload.Read<Pair<int, string>>(new byte[] { 1, 7, 0, 0, 0 }, []), Is.EqualTo(new Pair<int, string>(7)));
    });

    [Test]
    public void A_set_has_no_item_twice() => Assert.That(
        () => Payload.Read<HashSet<string>>(Payload.Write<string?[]>(["a", "a"], null), []),
        Throws.TypeOf<MessageFormatException>().With.Message.Contains("twice"));

    private readonly struct First : IReducer<long>
    {
        public static long Combine(long earlier, long later) => earlier;
    }

    private readonly struct Second : IReducer<long>
    {
        public static long Combine(long earlier, long later) => later;
    }
}
