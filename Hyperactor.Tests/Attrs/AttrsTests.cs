using Hyperactor.Data;

namespace Hyperactor.Tests.Attributes;

public sealed class AttrsTests
{
    private static readonly AttrKey<TimeSpan> Timeout = AttrKey.Define("tests.timeout", TimeSpan.FromSeconds(30));
    private static readonly AttrKey<int> Count = AttrKey.Define<int>("tests.count");
    private static readonly AttrKey<string> Name = AttrKey.Define<string>("tests.name");

    [Test]
    public void Values_of_three_types_are_set_and_got()
    {
        var attrs = new Attrs().Set(Timeout, TimeSpan.FromSeconds(5)).Set(Count, 42).Set(Name, "trainer");
        Assert.Multiple(() =>
        {
            Assert.That(attrs.Get(Timeout), Is.EqualTo(TimeSpan.FromSeconds(5)));
            Assert.That(attrs.Get(Count), Is.EqualTo(42));
            Assert.That(attrs.Get(Name), Is.EqualTo("trainer"));
            Assert.That(attrs.Contains(Count), Is.True);
            Assert.That(attrs.Count, Is.EqualTo(3));
            Assert.That(attrs.Names, Is.EqualTo(["tests.count", "tests.name", "tests.timeout"]));
        });
    }

    [Test]
    public void A_value_is_replaced_by_the_next_one()
    {
        var attrs = new Attrs().Set(Count, 1).Set(Count, 2);
        Assert.That((attrs.Get(Count), attrs.Count), Is.EqualTo((2, 1)));
    }

    [Test]
    public void A_default_is_got_and_does_not_count()
    {
        var attrs = new Attrs();
        Assert.Multiple(() =>
        {
            Assert.That(Timeout.HasDefault, Is.True);
            Assert.That(attrs.Get(Timeout), Is.EqualTo(TimeSpan.FromSeconds(30)));
            Assert.That(attrs.GetOrDefault(Timeout), Is.EqualTo(TimeSpan.FromSeconds(30)));
            Assert.That(attrs.TryGet(Timeout, out _), Is.False);
            Assert.That(attrs.Contains(Timeout), Is.False);
            Assert.That(attrs.Count, Is.Zero);
        });
    }

    [Test]
    public void What_was_not_set_and_has_no_default_is_an_error_that_names_it()
    {
        Assert.That(
            () => new Attrs().Get(Count), Throws.TypeOf<AttrException>().With.Message.Contains("tests.count is not set"));
        Assert.That(() => Count.Default, Throws.TypeOf<AttrException>().With.Message.Contains("tests.count"));
        Assert.That(new Attrs().GetOrDefault(Count), Is.Zero);
        Assert.That(new Attrs().GetOrDefault(Name), Is.Null);
    }

    [Test]
    public void A_value_is_removed_and_returned_once()
    {
        var attrs = new Attrs().Set(Count, 7).Set(Name, "x");
        Assert.Multiple(() =>
        {
            Assert.That(attrs.Remove(Count, out var value), Is.True);
            Assert.That(value, Is.EqualTo(7));
            Assert.That(attrs.Remove(Count, out _), Is.False);
            Assert.That(attrs.Remove(Count), Is.False);
            Assert.That(attrs.Contains(Count), Is.False);
            Assert.That(attrs.Get(Name), Is.EqualTo("x"));
            Assert.That(attrs.Remove(Name), Is.True);
            Assert.That(attrs.Count, Is.Zero);
        });
    }

    [Test]
    public void Clear_leaves_nothing()
    {
        var attrs = new Attrs().Set(Count, 7);
        attrs.Clear();
        Assert.That(attrs, Is.EqualTo(Attrs.Empty));
    }

    [Test]
    public void A_clone_and_its_original_change_alone()
    {
        var original = new Attrs().Set(Count, 1);
        var clone = original.Clone();
        clone.Set(Count, 2).Set(Name, "clone");
        original.Remove(Count);
        Assert.Multiple(() =>
        {
            Assert.That(original, Is.EqualTo(Attrs.Empty));
            Assert.That(clone.Get(Count), Is.EqualTo(2));
            Assert.That(clone.Get(Name), Is.EqualTo("clone"));
        });
        original.Set(Count, 3);
        Assert.That(clone.Get(Count), Is.EqualTo(2));
    }

    [Test]
    public void Empty_stays_empty()
    {
        Assert.That(
            () => Attrs.Empty.Set(Count, 1), Throws.TypeOf<AttrException>().With.Message.Contains("make a new Attrs"));
        Attrs.Empty.Clear();
        Assert.That(Attrs.Empty.Remove(Count), Is.False);
        Assert.That(Attrs.Empty.Clone().Set(Count, 1).Count, Is.EqualTo(1));
        Assert.That(Attrs.Empty.Count, Is.Zero);
    }

    [Test]
    public void One_more_than_there_may_be_is_refused_and_named()
    {
        var attrs = new Attrs();
        for (var i = 0; i < Attrs.CountMax; i++)
        {
            attrs.Set(AttrKey.Define<int>($"tests.n{i}"), i);
        }

        Assert.That(() => attrs.Set(Count, 1), Throws.TypeOf<AttrException>().With.Message.StartsWith("tests.count"));
        Assert.That(attrs.Set(AttrKey.Define<int>("tests.n0"), -1).Count, Is.EqualTo(Attrs.CountMax));
    }

    [Test]
    public void Two_keys_of_one_name_and_type_are_one_key() =>
        Assert.That(new Attrs().Set(Count, 3).Get(AttrKey.Define<int>("tests.count")), Is.EqualTo(3));

    [Test]
    public void Two_keys_of_one_name_and_two_types_are_an_error_that_names_both()
    {
        var attrs = new Attrs().Set(Count, 3);
        Assert.That(
            () => attrs.Get(AttrKey.Define<string>("tests.count")),
            Throws.TypeOf<AttrException>().With.Message.StartsWith("tests.count holds int and was asked for as string"));
        Assert.That(attrs.Set(AttrKey.Define<string>("tests.count"), "three").Count, Is.EqualTo(1));
    }

    [Test]
    public void Equality_is_of_names_and_values()
    {
        var one = new Attrs().Set(Count, 1).Set(Name, "x");
        var same = new Attrs().Set(Name, "x").Set(Count, 1);
        Assert.Multiple(() =>
        {
            Assert.That(one, Is.EqualTo(same));
            Assert.That(one.GetHashCode(), Is.EqualTo(same.GetHashCode()));
            Assert.That(one, Is.Not.EqualTo(same.Clone().Set(Count, 2)));
            Assert.That(one, Is.Not.EqualTo(new Attrs().Set(Count, 1)));
            Assert.That(one.Equals("x"), Is.False);
            Assert.That(one, Is.EqualTo(Wire.RoundTrip(same)));
        });
    }

    [Test]
    public void Values_without_a_codec_are_kept_and_compared_and_do_not_travel()
    {
        var key = AttrKey.Define<System.Net.Cookie>("tests.cookie");
        var attrs = new Attrs().Set(key, new System.Net.Cookie("one", "1"));
        Assert.Multiple(() =>
        {
            Assert.That(attrs, Is.EqualTo(new Attrs().Set(key, new System.Net.Cookie("one", "1"))));
            Assert.That(attrs, Is.Not.EqualTo(new Attrs().Set(key, new System.Net.Cookie("two", "2"))));
            Assert.That(
                () => Wire.Write(attrs), Throws.TypeOf<UnknownMessageTypeException>().With.Message.Contains("System.Net.Cookie"));
        });
    }

    [Test]
    public void The_text_has_sorted_names_and_values_in_the_manner_of_JSON()
    {
        var attrs = new Attrs().Set(Timeout, TimeSpan.FromSeconds(1)).Set(Count, -5).Set(Name, "a \"b\"\n");
        Assert.That(
            attrs.ToString(),
            Is.EqualTo("""Attrs {"tests.count": -5, "tests.name": "a \"b\"\n", "tests.timeout": "00:00:01"}"""));
        Assert.That(Attrs.Empty.ToString(), Is.EqualTo("Attrs {}"));
    }

    [Test]
    public void The_text_is_bounded_and_never_throws()
    {
        var attrs = new Attrs()
            .Set(AttrKey.Define<Unprintable>("tests.unprintable"), new())
            .Set(AttrKey.Define<Attrs>("tests.attrs"), new Attrs().Set(Count, 1))
            .Set(Name, new string('x', 63) + "\U0001F600" + new string('y', 100_000));
        for (var i = 0; i < 100; i++)
        {
            attrs.Set(AttrKey.Define<string?>($"tests.z{i}"), null);
        }

        Assert.That(
            attrs.ToString(),
            Does.StartWith("""Attrs {"tests.attrs": Attrs of 1, "tests.name": "xxx""")
                .And.Contain("x…\"").And.Contain("<NotSupportedException>").And.EndWith("… 71 more}")
                .And.Length.LessThan(2000));
    }

    [TestCase("")]
    [TestCase(".")]
    [TestCase("a.")]
    [TestCase(".a")]
    [TestCase("a..b")]
    [TestCase("A")]
    [TestCase("a.2b")]
    [TestCase("_a")]
    [TestCase("a b")]
    [TestCase("größe")]
    [TestCase("a\0")]
    [TestCase("\uD800")]
    public void What_is_no_name_is_refused_and_quoted(string name) => Assert.That(
        () => AttrKey.Define<int>(name), Throws.TypeOf<AttrException>().With.Message.StartsWith($"\"{name}\" is not"));

    [TestCase("a")]
    [TestCase("a2_.b_3")]
    public void What_is_a_name_is_taken(string name) => Assert.That(AttrKey.Define<int>(name).Name, Is.EqualTo(name));

    [TestCase(128, true)]
    [TestCase(129, false)]
    [TestCase(100_000, false)]
    public void A_name_has_a_greatest_length(int length, bool good) => Assert.That(
        () => AttrKey.Define<int>(new string('a', length)), good ? Throws.Nothing : Throws.TypeOf<AttrException>());

    [Test]
    public void A_key_is_declared_once()
    {
        var key = AttrKey.Define<int>("tests.declared_once");
        AttrCatalog.Register(key, "Tests.A");
        AttrCatalog.Register(key, "Tests.A");
        Assert.Multiple(() =>
        {
            Assert.That(AttrCatalog.TryFind("tests.declared_once", out var found), Is.True);
            Assert.That(found, Is.SameAs(key));
            Assert.That(AttrCatalog.All, Does.Contain(key).And.Ordered.By(nameof(AttrKey.Name)).Using((IComparer<string>)StringComparer.Ordinal));
            Assert.That(AttrCatalog.TryFind("tests.never_declared", out _), Is.False);
        });
    }

    [Test]
    public void A_second_declaration_of_a_name_is_an_error_that_names_both()
    {
        AttrCatalog.Register(AttrKey.Define<int>("tests.declared_twice"), "Tests.A");
        Assert.That(
            () => AttrCatalog.Register(AttrKey.Define<string>("tests.declared_twice"), "Tests.B"),
            Throws.TypeOf<AttrException>().With.Message.Contains("as int by Tests.A").And.Message.Contains("as string by Tests.B"));
        Assert.That(
            () => AttrCatalog.Register(AttrKey.Define<int>("tests.declared_twice")),
            Throws.TypeOf<AttrException>().With.Message.Contains("defined by hand"));
    }

    [Test]
    public void Looking_up_allocates_nothing()
    {
        var attrs = Wire.RoundTrip(new Attrs().Set(Count, 1).Set(Name, "x"));
        _ = attrs.Get(Count) + attrs.Get(Name).Length;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            _ = attrs.Get(Count) + attrs.Get(Name).Length + attrs.Get(Timeout).Seconds;
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    private sealed class Unprintable
    {
        public override string ToString() => throw new NotSupportedException();
    }
}
