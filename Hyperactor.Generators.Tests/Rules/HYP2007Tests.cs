namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP2007Tests
{
    [TestCase("\"\"")]
    [TestCase("\" \"")]
    [TestCase("\"shop order\"")]
    [TestCase("\"shop.order \"")]
    [TestCase("\"shop\\torder\"")]
    [TestCase("\"shop\\0\"")]
    [TestCase("\"shop.pair<int>\"")]
    public async Task Reported(string uri)
    {
        var (messages, _) = await RuleRun.Check($$"""[{|HYP2007:Named({{uri}})|}] public partial record M(int X);""");
        Assert.That(messages, Is.All.Not.Contains("\0").And.All.Not.Contains("\t"));
    }

    [TestCase("[Named] public partial record M(int X);")]
    [TestCase("[Named(null)] public partial record M(int X);")]
    [TestCase("[Named(\"shop.Order\")] public partial record M(int X);")]
    [TestCase("[Named(\"https://shop.example/order?v=2#a\")] public partial record M(int X);")]
    [TestCase("[Named(\"店.注文\")] public partial record M(int X);")]
    public async Task Not_reported(string source) => await RuleRun.Check(source);
}
