namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP5003FixTests
{
    [TestCase("[{|HYP5003:Instrument(Skip = [\"cardNumber\"])|}]", "[Instrument(Skip = [nameof(card)])]")]
    [TestCase("[{|HYP5003:Instrument(Skip = new[] { \"amount\", \"crad\" })|}]", "[Instrument(Skip = new[] { \"amount\", nameof(card) })]")]
    [TestCase("[{|HYP5003:Instrument(Skip = [\"Card\"], Infallible = true)|}]", "[Instrument(Skip = [nameof(card)], Infallible = true)]")]
    public Task Skips_what_was_meant(string before, string after) => FixRun.Check("HYP5003", Method(before), Method(after));

    [TestCase("[{|HYP5003:Instrument(Skip = [\"password\"])|}]", "[Instrument]")]
    [TestCase("[{|HYP5003:Instrument(Infallible = true, Skip = [\"password\"])|}]", "[Instrument(Infallible = true)]")]
    [TestCase("[{|HYP5003:Instrument(Skip = [\"password\", \"card\"])|}]", "[Instrument(Skip = [\"card\"])]")]
    public Task Skips_nothing_where_nothing_is_near(string before, string after) => FixRun.Check("HYP5003", Method(before), Method(after));

    [Test]
    public Task Writes_a_text_where_the_parameter_cannot_be_named() => FixRun.Check(
        "HYP5003",
        "[{|HYP5003:Instrument(Skip = [\"Card\"])|}] public static class C { public static void Pay(string card) { } }",
        "[Instrument(Skip = [\"card\"])] public static class C { public static void Pay(string card) { } }");

    private static string Method(string attribute) =>
        $$"""public static class C { {{attribute}} public static void Pay(decimal amount, string card) { } }""";
}
