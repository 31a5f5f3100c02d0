using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP5004Tests
{
    [TestCase("public class C { [Instrument] public void M() { } }", 1)]
    [TestCase("[Instrument] public class C { public void M() { } }", 1)]
    [TestCase("public partial class A : Actor { [Handler, Instrument] void M(int x) { } }", 0)]
    [TestCase("[Handler, Instrument] public partial interface IP { void M(int x); }", 0)]
    public async Task Reported_where_calls_would_have_to_be_redirected(string source, int count)
    {
        var input = Compiling.Library(source);
        input = input.RemoveAllSyntaxTrees().AddSyntaxTrees(
            input.SyntaxTrees.Select(static t => t.WithRootAndOptions(t.GetRoot(), Compiling.Parse.WithFeatures([]))));
        Assert.That((await RuleRun.Reports(input)).Select(static d => d.Id), Is.EqualTo(Enumerable.Repeat("HYP5004", count)));
    }

    [TestCase("public class C { [Instrument] public void M() { } }")]
    public async Task Not_reported(string source) => await RuleRun.Check(source);
}
