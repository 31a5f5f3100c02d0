namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP5003Tests
{
    [TestCase("public class C { [{|HYP5003:Instrument(Skip = [\"secrt\"])|}] public void M(string secret) { } }")]
    [TestCase("[{|HYP5003:Instrument(Skip = [\"x\", \"other\"])|}] public class C { public void M(int x) { } }")]
    [TestCase("public partial class A : Actor { [Handler, {|HYP5003:Instrument(Skip = [\"y\"])|}] void M(int x) { } }")]
    public async Task Reported(string source) => await RuleRun.Check(source);

    [TestCase("public class C { [Instrument(Skip = [nameof(secret)])] public void M(string secret) { } }")]
    [TestCase("[Instrument(Skip = [\"x\", \"y\"])] public class C { public void M(int x) { } public void N(int y) { } }")]
    [TestCase("[Instrument(Skip = [\"x\"])] public partial class A : Actor { [Handler] void M(int x) { } }")]
    [TestCase("public class C { [Instrument(Skip = [])] public void M(string secret) { } }")]
    public async Task Not_reported(string source) => await RuleRun.Check(source);
}
