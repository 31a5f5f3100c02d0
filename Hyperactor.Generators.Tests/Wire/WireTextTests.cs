using CsCheck;
using Hyperactor.Generators.Model;
using Hyperactor.Generators.Wire;

namespace Hyperactor.Generators.Tests.Wire;

public sealed class WireTextTests
{
    [Test]
    public void What_is_printed_is_read() => WireModels.Model.Sample(static model =>
    {
        var parsed = WireParser.Parse(WirePrinter.Print(model));
        return parsed.Error is null && parsed.Model == model && parsed.Lines.Count == model.Entries.Count;
    });

    [Test]
    public void Ends_of_lines_of_other_systems_are_read() => WireModels.Model.Sample(static model =>
        WireParser.Parse(WirePrinter.Print(model).Replace("\n", "\r\n", StringComparison.Ordinal)).Model == model);

    // It stands in a comment of a generated file, and in a property of MSBuild.
    [Test]
    public void Nothing_printed_ends_a_comment_or_is_expanded() => WireModels.Model.Sample(static model =>
        !WirePrinter.Print(model).AsSpan().ContainsAny("*%$@;"));

    [Test]
    public void What_is_damaged_is_refused_or_read_and_never_throws() =>
        Gen.Select(WireModels.Model, Gen.Int[0, 2000], Gen.Char[" [](){}<>:=#-\n\"\\x"]).Sample(static (model, at, c) =>
        {
            var text = WirePrinter.Print(model);
            var parsed = WireParser.Parse(text.Remove(at % text.Length, 1).Insert(at % text.Length, c.ToString()));
            return parsed.Error is null || parsed.Error.Message.Length > 0;
        });

    [Test]
    public void Entries_are_sorted_whatever_their_order() => WireModels.Model.Sample(static model =>
        WirePrinter.Print(WireModel.Of(model.Entries.Reverse())) == WirePrinter.Print(model));

    [TestCase("shop.Order", "shop.Order")]
    [TestCase("Dictionary<int, (a, b)?>[]", "Dictionary<int, (a, b)?>[]")]
    [TestCase("my order", "\"my order\"")]
    [TestCase("a:", "\"a:\"")]
    [TestCase("a,", "\"a,\"")]
    [TestCase("", "\"\"")]
    [TestCase("*/", "\"\\u002A/\"")]
    [TestCase("a\nb", "\"a\\u000Ab\"")]
    public void Text_is_quoted_only_where_it_must_be(string text, string expected)
    {
        Assert.That(WireText.Escape(text), Is.EqualTo(expected));
        var at = 0;
        Assert.That(WireText.Read(expected + " [x]", ref at), Is.EqualTo(text));
        Assert.That(at, Is.EqualTo(expected.Length));
    }

    [TestCase("\"")]
    [TestCase("\"a")]
    [TestCase("\"\\u12\"")]
    [TestCase("\"\\n\"")]
    [TestCase("")]
    [TestCase("a*b")]
    public void Text_that_is_none_is_refused(string text)
    {
        var at = 0;
        Assert.That(WireText.Read(text, ref at), Is.Null);
    }

    [TestCase("a", true, "a")]
    [TestCase("a", false, "")]
    [TestCase("List<a>", false, "a")]
    [TestCase("a[]", false, "a")]
    [TestCase("a?", false, "a")]
    [TestCase("(a, List<b>)", false, "List a b")]
    [TestCase("PortRef<a>", true, "PortRef")]
    [TestCase("PortRef<List<a>>", false, "a")]
    [TestCase("ActorRef<a>", true, "ActorRef")]
    [TestCase("pair<a, PortRef<b>>", false, "PortRef a")]
    [TestCase("<<((,]]", true, "")]
    [TestCase("", true, "")]
    public void Held_types_are_found(string type, bool held, string expected)
    {
        var found = new HashSet<string>();
        WireTypes.AddHeld(type, held, found);
        Assert.That(string.Join(' ', found.Order(StringComparer.Ordinal)), Is.EqualTo(expected));
    }

    [TestCase("List<X>", "List<A>")]
    [TestCase("X", "A")]
    [TestCase("(X, Y[])?", "(A, B[])?")]
    [TestCase("XY<X>", "XY<A>")]
    public void Parameters_are_renamed(string type, string expected) =>
        Assert.That(WireTypes.Rename(type, ["X", "Y"], ["A", "B"]), Is.EqualTo(expected));

    [Test]
    public void Reading_never_throws_on_odd_types() => Gen.String[Gen.Char["ab<>(),[]? "], 0, 20].Sample(static type =>
    {
        WireTypes.AddHeld(type, true, new HashSet<string>());
        return WireTypes.Rename(type, ["a"], ["a"]) == type;
    });
}
