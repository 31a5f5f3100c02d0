using System.Text;
using System.Text.Json;
using Hyperactor.Data;

namespace Hyperactor.Tests.Attributes;

/// <summary>A message that holds attributes.</summary>
[Named("tests.WithAttrs")]
public sealed partial record WithAttrs(int Number, Attrs Attrs, Attrs? More = null);

public sealed class AttrsJsonTests
{
    private static MessageCodec<Attrs?> Codec
    {
        get
        {
            TypeCatalog.Register(new AttrsCodec());
            return MessageType<Attrs?>.Codec;
        }
    }

    [Test]
    public void What_is_declared_here_is_a_name_and_a_value()
    {
        var attrs = new Attrs()
            .Set(TestAttrs.RetryCount, 3).Set(TestAttrs.Who, "größe").Set(TestAttrs.Wait, TimeSpan.FromSeconds(1.5))
            .Set(TestAttrs.Inner, new Attrs().Set(TestAttrs.RetryCount, 4));
        var json = Write(attrs);
        Assert.Multiple(() =>
        {
            Assert.That(json, Is.EqualTo(
                """{"tests.attrs.inner":{"tests.attrs.retry_count":4},"tests.attrs.retry_count":3,"""
                + "\"tests.attrs.wait\":\"00:00:01.5000000\",\"tests.attrs.who\":\"größe\"}"));
            Assert.That(Read(json), Is.EqualTo(attrs));
            Assert.That(Read(json).Get(TestAttrs.Inner).Get(TestAttrs.RetryCount), Is.EqualTo(4));
            Assert.That(Wire.Write(Read(json)), Is.EqualTo(Wire.Write(attrs)));
        });
    }

    [Test]
    public void What_is_not_declared_here_is_a_marked_name_and_bytes_and_comes_back()
    {
        var bytes = Wire.Of(("tests.attrs.retry_count", [5, 0, 0, 0]), ("tests.elsewhere", [1, 2, 3]));
        var json = Write(Wire.Read(bytes));
        Assert.That(json, Is.EqualTo("""{"tests.attrs.retry_count":5,"$tests.elsewhere":"AQID"}"""));
        Assert.That(Wire.Write(Read(json)), Is.EqualTo(bytes));
    }

    [Test]
    public void What_cannot_be_decoded_is_written_as_its_bytes_and_comes_back()
    {
        var bytes = Wire.Of(("tests.attrs.retry_count", [5]));
        var json = Write(Wire.Read(bytes));
        Assert.That(json, Is.EqualTo("""{"$tests.attrs.retry_count":"BQ=="}"""));
        Assert.That(Wire.Write(Read(json)), Is.EqualTo(bytes));
    }

    [Test]
    public void None_and_nothing()
    {
        Assert.That(Write(Attrs.Empty), Is.EqualTo("{}"));
        Assert.That(Read("{}"), Is.EqualTo(Attrs.Empty));
        Assert.That(Write(null), Is.EqualTo("null"));
        Assert.That(Read("null"), Is.Null);
    }

    [TestCase("[]", "expected an object")]
    [TestCase("3", "expected an object")]
    [TestCase("""{"tests.elsewhere": 3}""", "tests.elsewhere is not declared here")]
    [TestCase("""{"Tests": 3}""", "is not the name of an attribute")]
    [TestCase("""{"": 3}""", "is not the name of an attribute")]
    [TestCase("""{"$": "AQ=="}""", "is not the name of an attribute")]
    [TestCase("""{"$a\u0000": "AQ=="}""", "is not the name of an attribute")]
    [TestCase("""{"$tests.elsewhere": "?"}""", "base64")]
    [TestCase("""{"$tests.elsewhere": 3}""", "base64")]
    [TestCase("""{"tests.attrs.retry_count": "three"}""", "retry_count")]
    [TestCase("""{"tests.attrs.retry_count": null}""", "retry_count")]
    [TestCase("""{"tests.attrs.retry_count": 1, "$tests.attrs.retry_count": "AQ=="}""", "there twice")]
    [TestCase("""{"tests.attrs.retry_count": 1, "tests.attrs.retry_count": 1}""", "there twice")]
    public void JSON_that_is_no_attributes_is_refused(string json, string message) => Assert.That(
        () => Read(json), Throws.TypeOf<MessageFormatException>().With.Message.Contains(message));

    [Test]
    public void More_than_there_may_be_are_refused() => Assert.That(
        () => Read("{" + string.Join(',', Enumerable.Range(0, 250).Select(i => $"\"$n{i}\":\"\"")) + "}"),
        Throws.TypeOf<MessageFormatException>().With.Message.Contains("more than 249"));

    [Test]
    public void They_nest_in_JSON_no_deeper_than_other_values()
    {
        var attrs = new Attrs();
        for (var i = 0; i < 1000; i++)
        {
            attrs = new Attrs().Set(TestAttrs.Inner, attrs);
        }

        Assert.That(() => Write(attrs), Throws.TypeOf<MessageFormatException>().With.Message.Contains("deeper"));
        Assert.That(attrs.ToString(), Is.EqualTo("""Attrs {"tests.attrs.inner": Attrs of 1}"""));
    }

    [Test]
    public void A_message_may_hold_them()
    {
        var message = new WithAttrs(1, new Attrs().Set(TestAttrs.RetryCount, 3));
        var back = Payload.Read<WithAttrs>(Payload.Write(message, null), []);
        Assert.That(back, Is.EqualTo(message));
        Assert.That(Payload.Write(back, null), Is.EqualTo(Payload.Write(message, null)));
        Assert.That(
            () => Payload.Read<WithAttrs>(Payload.Write(new WithAttrs(1, null!), null), []),
            Throws.TypeOf<MessageFormatException>());
    }

    private static string Write(Attrs? attrs) => Encoding.UTF8.GetString(Payload.ToJson(Codec, attrs));

    private static Attrs Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonForm.Read(Codec, document.RootElement)!;
    }
}
