namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP2002Tests
{
    [TestCase("[Named(\"m\")] public partial record A(string X); [Named(\"m\")] public partial record {|HYP2002:B|}(string X);")]
    [TestCase("[Named(\"m\")] public enum A { X } [Named(\"m\")] public enum {|HYP2002:B|} { X }")]
    [TestCase("[Named(\"A.M\")] public partial record X(string T); [Export] public partial class {|HYP2002:A|} : Actor { [Handler] void M() { } }")]
    [TestCase("[Export, Named(\"a\")] public partial class A : Actor; [Export, Named(\"a\")] public partial class {|HYP2002:B|} : Actor;")]
    [TestCase("[Named(\"r\")] public partial struct A : IReducer<int> { public static int Combine(int a, int b) => a; } [Named(\"r\")] public partial struct {|HYP2002:B|} : IReducer<int> { public static int Combine(int a, int b) => a; }")]
    [TestCase("[Named(\"m\")] public partial record A<T>(T X); [Named(\"m\")] public partial record {|HYP2002:B|}<T>(T X);")]
    public async Task Reported(string source) => await RuleRun.Check(source);

    [TestCase("[Named(\"a\")] public partial record A(string X); [Named(\"b\")] public partial record B(string X);")]
    [TestCase("namespace N { [Named] public partial record A(string X); } namespace O { [Named] public partial record A(string X); }")]
    [TestCase("[Handler, Named(\"i\")] public partial interface I { void M(); } [Export(typeof(I))] public partial class A : Actor, I { public void M() { } }")]
    [TestCase("[Named(\"m\")] public partial record A(string X); [Named(\"m\")] public partial record A<T>(T X); [Named(\"m\")] public partial record A<T, U>(T X, U Y);")]
    public async Task Not_reported(string source) => await RuleRun.Check(source);
}
