using Hyperactor.Data;

namespace Hyperactor.Tests.Attributes;

public sealed class DeclareAttrsTests
{
    [Test]
    public void A_declared_key_has_a_name_a_default_and_a_summary()
    {
        Assert.Multiple(() =>
        {
            Assert.That(TestAttrs.RetryCount.Name, Is.EqualTo("tests.attrs.retry_count"));
            Assert.That(TestAttrs.RetryCount.Default, Is.EqualTo(1));
            Assert.That(TestAttrs.RetryCount.Summary, Is.EqualTo("How often to try again; see Wait."));
            Assert.That(TestAttrs.Wait.HasDefault, Is.False);
            Assert.That(TestAttrs.Wait.Summary, Is.Null);
            Assert.That(TestAttrs.Color.Name, Is.EqualTo("tests.renamed"));
            Assert.That(TestAttrs.Color.Default, Is.EqualTo(TestColor.Blue));
            Assert.That(TestAttrs.Color.Summary, Is.EqualTo("What is seen."));
            Assert.That(TestAttrs.Tags.HasDefault, Is.True);
            Assert.That(TestAttrs.Tags.Default, Is.Null);
        });
    }

    [Test]
    public void A_declared_key_is_in_the_catalog_with_the_codec_of_its_values()
    {
        Assert.That(AttrCatalog.TryFind("tests.renamed", out var color), Is.True);
        Assert.That(color, Is.SameAs(TestAttrs.Color));
        var attrs = Wire.RoundTrip(new Attrs().Set(TestAttrs.Color, TestColor.Red).Set(TestAttrs.Tags, ["a", "b"]));
        Assert.That(attrs.Get(TestAttrs.Color), Is.EqualTo(TestColor.Red));
        Assert.That(attrs.Get(TestAttrs.Tags), Is.EqualTo(["a", "b"]));
        Assert.That(
            Wire.RoundTrip(attrs).ToString(),
            Is.EqualTo("""Attrs {"tests.attrs.tags": ["a","b"], "tests.renamed": "Red"}"""));
    }

    [Test]
    public void A_second_declaration_is_named_with_the_first() => Assert.That(
        () => AttrCatalog.Register(AttrKey.Define<string>("tests.attrs.who"), "Elsewhere.Who"),
        Throws.TypeOf<AttrException>().With.Message.Contains("Hyperactor.Tests.Attributes.TestAttrs.Who")
            .And.Message.Contains("Elsewhere.Who"));
}
