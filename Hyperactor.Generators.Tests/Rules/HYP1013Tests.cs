namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP1013Tests
{
    [TestCase("[Handler] public partial interface I { int {|HYP1013:Count|} { get; } void M(); }")]
    [TestCase("[Handler] public partial interface I { event Action {|HYP1013:Changed|}; void M(); }")]
    [TestCase("public interface I { void M(); } [Handler] public partial interface {|HYP1013:J|} : I { void N(); }")]
    [TestCase("[Handler] public partial interface {|HYP1013:I|} : IDisposable { void M(); } [Handler] public partial interface J : I { void N(); }")]
    [TestCase("[Handler] public partial interface {|HYP1013:I|} : IDisposable { void M(); }")]
    public async Task Reported(string source) => await RuleRun.Check(source);

    [TestCase("[Handler] public partial interface I { void M(); ValueTask<int> Count(); }")]
    [TestCase("[Handler] public partial interface I { const int Max = 3; static int Twice => 2 * Max; void M(); }")]
    [TestCase("[Handler] public partial interface I { private int Hidden => 1; void M(); }")]
    [TestCase("[Handler] public partial interface I { void M(); } [Handler] public partial interface J : I { void N(); }")]
    [TestCase("public interface IMark; [Handler] public partial interface I : IMark { void M(); }")]
    [TestCase("public interface I { int Count { get; } }")]
    public async Task Not_reported(string source) => await RuleRun.Check(source);
}
