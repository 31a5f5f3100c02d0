namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP5001Tests
{
    [TestCase("[Instrument] void {|HYP5001:M|}() { }")]
    [TestCase("[Instrument] protected void {|HYP5001:M|}() { }")]
    [TestCase("[Instrument] public void {|HYP5001:M|}(ref int x) { }")]
    [TestCase("[Instrument] public void {|HYP5001:M|}(out int x) => x = 1;")]
    [TestCase("[Instrument] public void {|HYP5001:M|}(Span<int> x) { }")]
    [TestCase("[Instrument] public ReadOnlySpan<int> {|HYP5001:M|}() => default;")]
    [TestCase("[Instrument] public async void {|HYP5001:M|}() => await Task.Yield();")]
    [TestCase("public int P { [Instrument] {|HYP5001:get|}; }")]
    [TestCase("public void M() { L(); [Instrument] void {|HYP5001:L|}() { } }")]
    [TestCase("[Instrument] struct {|HYP5001:S|} { public void M() { } }")]
    [TestCase("public struct S { [Instrument] public void {|HYP5001:M|}() { } }")]
    [TestCase("[Instrument] public static C operator {|HYP5001:+|}(C a, C b) => a;")]
    [TestCase("interface I { [Instrument] static abstract void {|HYP5001:M|}(); }")]
    [TestCase("private class P { [Instrument] public void {|HYP5001:M|}() { } }")]
    [TestCase("[Instrument] public class {|HYP5001:Empty|} { int _x; void M() => _x++; }")]
    public async Task Reported(string member) =>
        await RuleRun.Check($$"""public partial class C { {{member}} }""");

    [TestCase("public class C { [Instrument] public void M() { } }")]
    [TestCase("public class C { [Instrument] internal static Task M(int x) => Task.CompletedTask; }")]
    [TestCase("[Instrument] public class C { public void A() { } void B(ref int x) { } }")]
    [TestCase("public partial class A : Actor { [Instrument, Handler] void M(int x) { } }")]
    [TestCase("[Instrument] public partial class A : Actor { [Handler] private void M(int x) { } }")]
    [TestCase("[Handler, Instrument] public partial interface IP { void M(int x); }")]
    [TestCase("public struct S { [Instrument] public static void M() { } }")]
    public async Task Not_reported(string source) => await RuleRun.Check(source);
}
