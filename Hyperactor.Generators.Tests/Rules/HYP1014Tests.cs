namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP1014Tests
{
    [TestCase("[Export] public partial class {|HYP1014:A|} : Actor { public void Pay(int x) { } }")]
    [TestCase("[Export] public partial class {|HYP1014:A|} : Actor { internal ValueTask<int> Total() => new(1); }")]
    public async Task Reported(string source) => await RuleRun.Check(source);

    [TestCase("[Export] public partial class A : Actor { public void Pay(int x) { } [Handler] void Close() { } }")]
    [TestCase("[Export(Spawn = true)] public partial class A : Actor { public void Pay(int x) { } }")]
    [TestCase("[Export] public partial class A : Actor { void Helper() { } public static A Make() => new(); }")]
    [TestCase("[Export] public partial class A : Actor;")]
    [TestCase("public interface IOf; [Export] public partial class A : Actor, IOf { public void Pay() { } }")]
    [TestCase("public partial class B : Actor { [Handler] void M() { } } [Export] public partial class A : B { public void Pay() { } }")]
    [TestCase("public partial class A : Actor { public void Pay(int x) { } }")]
    public async Task Not_reported(string source) => await RuleRun.Check(source);
}
