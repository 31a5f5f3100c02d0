namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP1005Tests
{
    [TestCase("[{|HYP1005:Export|}] public partial class A;")]
    [TestCase("[{|HYP1005:Export|}] public partial class A<T> : Actor;")]
    [TestCase("public partial class O { [{|HYP1005:Export|}] private partial class A : Actor; }")]
    [TestCase("public partial class O { private partial class {|HYP1005:A|} : Actor { [Handler] void M() { } } }")]
    [TestCase("public partial class A { [Handler] void {|HYP1005:M|}() { } }")]
    [TestCase("public partial struct A { [Handler] void {|HYP1005:M|}() { } }")]
    [TestCase("public partial interface I { [Handler] void {|HYP1005:M|}(); }")]
    [TestCase("[Handler] public partial interface {|HYP1005:I|}<T> { void M(); }")]
    [TestCase("public interface I; [{|HYP1005:Export(typeof(I))|}] public partial class A : Actor, I;")]
    [TestCase("[Handler] public partial interface I; [{|HYP1005:Export(typeof(I))|}] public partial class A : Actor;")]
    [TestCase("[{|HYP1005:Export(typeof(string))|}] public partial class A : Actor;")]
    [TestCase("public partial class O<T> { [{|HYP1005:Export|}] public partial class A : Actor; }")]
    [TestCase("[{|HYP1005:Handler(OneWay = true)|}] public partial interface I { void M(); }")]
    [TestCase("[{|HYP1005:Handler(Name = \"X\")|}] public partial interface I { void M(); }")]
    [TestCase("[{|HYP1005:Export|}] file partial class A : Actor { [Handler] void M() { } }")]
    public async Task Reported(string source) => await RuleRun.Check(source);

    [TestCase("[Handler] public partial interface I; [Export(typeof(I))] public partial class A : Actor, I;")]
    [TestCase("public abstract class Base : Actor; [Export] public partial class A : Base;")]
    [TestCase("[Export, Named(\"a\")] internal partial class A : Actor { [Handler] void M() { } }")]
    [TestCase("public partial class A<T> : Actor { [Handler] void M(T value) { } }")]
    [TestCase("[Handler] public partial interface I { [Handler(OneWay = true)] ValueTask M(); [Handler(Cast = true, Name = \"X\")] void N(); }")]
    [TestCase("[Export()] public partial class A : Actor;")]
    public async Task Not_reported(string source) => await RuleRun.Check(source);
}
