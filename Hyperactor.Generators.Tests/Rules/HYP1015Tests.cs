namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP1015Tests
{
    [TestCase("public partial class A : Actor { [Handler(Cast = true)] void {|HYP1015:M|}(int x) { } }")]
    [TestCase("public partial class B : Actor { [Handler(Cast = true)] void {|HYP1015:M|}() { } } [Export] public partial class A : B;")]
    public async Task Reported(string source) => await RuleRun.Check(source);

    [TestCase("[Export] public partial class A : Actor { [Handler(Cast = true)] void M(int x) { } }")]
    [TestCase("public partial class A : Actor { [Handler(Cast = false)] void M(int x) { } }")]
    [TestCase("[Handler] public partial interface I { [Handler(Cast = true)] void M(int x); }")]
    public async Task Not_reported(string source) => await RuleRun.Check(source);
}
