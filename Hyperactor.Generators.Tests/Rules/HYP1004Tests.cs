namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP1004Tests
{
    [TestCase("public abstract partial class {|HYP1004:A|} : Actor")]
    [TestCase("public partial class {|HYP1004:A|}(int x) : Actor", "public A() : this(1) { }")]
    [TestCase("public partial class {|HYP1004:A|} : Actor", "private A() { }")]
    [TestCase("public partial class {|HYP1004:A|} : Actor", "public A(ref int x) { }")]
    public async Task Reported(string declaration, string members = "")
    {
        var (_, hints) = await RuleRun.Check($$"""[Export(Spawn = true)] {{declaration}} { {{members}} }""");
        Assert.That(hints, Does.Not.Contain("A.Client.g.cs"));
    }

    [TestCase("public partial class A : Actor;")]
    [TestCase("internal sealed partial class A(string name, int times = 2) : Actor { int T => times; string N => name; }")]
    [TestCase("public partial class A : Actor { private A() { } public A(long world, string from) { } }")]
    public async Task Not_reported(string source) => await RuleRun.Check("[Export(Spawn = true)] " + source);
}
