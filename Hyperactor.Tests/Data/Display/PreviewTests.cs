using System.Text;
using System.Text.Json;
using CsCheck;
using Hyperactor.Data;

namespace Hyperactor.Tests.Data.Display;

public sealed class PreviewTests
{
    [TestCase("hello world", "CRC:d4a1185 68 65 6c 6c 6f 20 77 6f [...3 bytes]")]
    [TestCase("a very long string that is long", "CRC:c7e24f62 61 20 76 65 72 79 20 6c [...23 bytes]")]
    [TestCase("", "CRC:0")]
    public void Bytes_are_shown_as_ever(string text, string shown)
    {
        var preview = new HexPreview(Encoding.UTF8.GetBytes(text));
        Assert.Multiple(() =>
        {
            Assert.That(preview.ToString(), Is.EqualTo(shown));
            Assert.That($"{preview}", Is.EqualTo(shown));
            Assert.That(preview.TryFormat(new char[shown.Length], out var written, default, null), Is.True);
            Assert.That(written, Is.EqualTo(shown.Length));
            Assert.That(preview.TryFormat(new char[shown.Length - 1], out written, default, null), Is.False);
            Assert.That(written, Is.Zero);
        });
    }

    [Test]
    public void Small_bytes_have_two_digits() =>
        Assert.That(new HexPreview(new byte[] { 0, 10, 255 }).ToString(), Does.EndWith(" 00 0a ff"));

    [TestCase("\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"", "\"aaaaaaaa[...40 chars] CRC:c95b8a25 61 61 61 61 61 61 61 61 [...32 bytes]\"")]
    [TestCase("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]", "\"[1,2,3,4[...28 chars] CRC:e5c881af 5b 31 2c 32 2c 33 2c 34 [...20 bytes]\"")]
    [TestCase("""{"x":{"y":"aaaaaaaaaaaaaaaaaa"}}""", """{"x":{"y":"aaaaaaaa[...18 chars] CRC:b8ac0e31 61 61 61 61 61 61 61 61 [...10 bytes]"}}""")]
    [TestCase("{}", "{}")]
    [TestCase("[1,2,3]", "[1,2,3]")]
    [TestCase("[ 1, 2, 3 ]", "[1,2,3]")]
    [TestCase("""{ "b": {"d": null, "c": true}, "a": 1.50 }""", """{"a":1.50,"b":{"c":true,"d":null}}""")]
    [TestCase("\"12345678\"", "\"12345678\"")]
    public void Json_is_shown_as_ever(string json, string shown) => Assert.That(Show(json), Is.EqualTo(shown));

    [TestCase("\"1234567€9\"", "\"1234567[...11 chars]")]
    [TestCase("\"12345😀xyz\"", "\"12345[...12 chars]")]
    [TestCase("\"äöüßx😀\"", "\"äöüß[...13 chars]")]
    public void Texts_are_cut_between_characters(string json, string shown) => Assert.That(Show(json), Does.StartWith(shown));

    [TestCase("""{"a":"\uD800","\uDC00":1}""")]
    [TestCase("""["\uD800"]""")]
    [TestCase("""["\uD800 and what comes after it"]""")]
    public void Texts_that_are_no_unicode_are_shown_somehow(string json) => Assert.That(Show(json), Is.Not.Empty);

    [Test]
    public void What_is_large_stays_small()
    {
        var digits = new string('7', 1_000_000);
        var wide = $"{{{string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"name{i}\":\"{digits[..20]}\""))}}}";
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 60)) + "1" + new string('}', 60);
        var longName = $"{{\"{digits}\":1}}";
        Assert.Multiple(() =>
        {
            Assert.That(Show(digits), Has.Length.LessThan(100));
            Assert.That(Show(longName), Has.Length.LessThan(120));
            Assert.That(Show(wide), Has.Length.LessThan(10_000).And.Contain("\"...\":\"99"));
            Assert.That(Show(deep), Has.Length.LessThan(200).And.Contain("[..."));
        });
    }

    [Test]
    public void Any_json_is_shown_short_and_as_json() => Any(3).Sample(static json =>
    {
        var shown = Show(json);
        Assert.That(shown, Has.Length.LessThan(10_000));
        using var parsed = JsonDocument.Parse(shown);
        Assert.That(Show(shown), Is.Not.Empty);
    }, iter: 1000);

    [Test]
    public void Any_bytes_are_shown_short() => Gen.Byte.Array.Sample(static bytes =>
        Assert.That(new HexPreview(bytes).ToString(), Has.Length.LessThan(64).And.StartsWith("CRC:")));

    [Test]
    public void No_value_and_a_value_that_is_gone_are_empty()
    {
        var document = JsonDocument.Parse("{\"a\":[1]}");
        var gone = document.RootElement;
        document.Dispose();
        Assert.Multiple(() =>
        {
            Assert.That(new JsonPreview(default).ToString(), Is.Empty);
            Assert.That(new JsonPreview(gone).ToString(), Is.Empty);
        });
    }

    [TestCase("String", "String")]
    [TestCase("a.b.Foo", "Foo")]
    [TestCase("Foo<a.b>", "Foo<b>")]
    [TestCase("x.Foo<a.b, List<c.d[]>>?", "Foo<b, List<d[]>>?")]
    [TestCase("(a.b, int)", "(b, int)")]
    [TestCase("crate::mod::Type", "Type")]
    [TestCase("https://example.org/pair", "pair")]
    [TestCase("ends.", "ends.")]
    [TestCase("", "")]
    public void The_basename_is_without_what_qualifies(string uri, string name) =>
        Assert.That(TypeUris.Basename(uri), Is.EqualTo(name));

    private static string Show(string json) =>
        new JsonPreview(JsonElement.Parse(json, new JsonDocumentOptions { MaxDepth = 100 })).ToString();

    private static Gen<string> Any(int depth)
    {
        Gen<string> leaf = Gen.OneOf(
            Gen.Long.Select(static l => $"{l}"),
            Gen.Bool.Select(static b => b ? "true" : "null"),
            Gen.String.Select(static s => JsonSerializer.Serialize(s)),
            Gen.Char["\uD800\uDFFFa€"].Array[0, 12].Select(static c => $"\"{string.Concat(c.Select(static u => $"\\u{(int)u:X4}"))}\""));
        return depth == 0
            ? leaf
            : Gen.OneOf(
                leaf,
                Any(depth - 1).Array[0, 4].Select(static items => $"[{string.Join(",", items)}]"),
                Gen.Select(leaf.Where(static l => l[0] == '"'), Any(depth - 1)).Array[0, 4]
                    .Select(static members => $"{{{string.Join(",", members.Select(static m => $"{m.Item1}: {m.Item2}"))}}}"));
    }
}
