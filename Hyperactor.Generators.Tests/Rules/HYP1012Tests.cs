namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP1012Tests
{
    private const string Protocol = "[Handler] public partial interface I { ValueTask M(int x); }\n";

    [TestCase("[Export] public partial class {|HYP1012:A|} : Actor, I { public ValueTask M(int x) => default; }")]
    [TestCase("[Export(Spawn = true)] public partial class {|HYP1012:A|} : Actor, I { public ValueTask M(int x) => default; [Handler] void N() { } }")]
    [TestCase("[Handler] public partial interface J { void N(); } [Export(typeof(J))] public partial class {|HYP1012:A|} : Actor, I, J { public ValueTask M(int x) => default; public void N() { } }")]
    public async Task Reported(string actor) => await RuleRun.Check(Protocol + actor);

    [TestCase("[Export(typeof(I))] public partial class A : Actor, I { public ValueTask M(int x) => default; }")]
    [TestCase("[Export(typeof(I))] public partial class A : Actor, I, IDisposable { public ValueTask M(int x) => default; public void Dispose() { } }")]
    [TestCase("[Export] public partial class A : Actor, I { [Handler] public ValueTask M(int x) => default; }")]
    [TestCase("public partial class A : Actor, I { public ValueTask M(int x) => default; }")]
    [TestCase("public partial class Fake : I { public ValueTask M(int x) => default; }")]
    [TestCase("[Export(typeof(I))] public partial class B : Actor, I { public ValueTask M(int x) => default; [Handler] void N() { } } [Export] public partial class A : B;")]
    public async Task Not_reported(string actor) => await RuleRun.Check(Protocol + actor);
}
