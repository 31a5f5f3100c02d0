namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP1007Tests
{
    [TestCase("[Named] public partial record M([Reply] OncePortRef<int> {|HYP1007:R|}, string X);")]
    [TestCase("[Named] public partial record M([property: Reply] OncePortRef<int> {|HYP1007:R|}, string X);")]
    [TestCase("[Named] public partial record M([Reply] OncePortRef<int> {|HYP1007:R|}, [Reply] OncePortRef<int> {|HYP1007:S|});")]
    [TestCase("[Named] public partial record M(string X, [Reply] PortRef<int> {|HYP1007:R|});")]
    [TestCase("[Named] public partial record M(string X, [Reply] OncePortRef<int>? {|HYP1007:R|});")]
    [TestCase("[Named] public partial record M([Reply] string {|HYP1007:X|});")]
    [TestCase("[Named] public partial class M { [Reply] public OncePortRef<int> {|HYP1007:R|} { get; set; } public int X { get; set; } }")]
    [TestCase("[Named] public partial record M([Reply] OncePortRef<int> {|HYP1007:R|}) { public int X { get; init; } }")]
    public async Task Reported(string source) => Assert.That((await RuleRun.Check(source)).Hints, Is.Empty);

    [TestCase("public record M([Reply] OncePortRef<int> {|HYP1007:R|});")]
    [TestCase("public class C { [Reply] public OncePortRef<int> {|HYP1007:R|} { get; set; } }")]
    [TestCase("[Named] public partial record M(string X) { [Reply] public OncePortRef<int> {|HYP1007:R|} => default; }")]
    [TestCase("[Export] public partial class A : Actor { [Handler] void M([Reply] OncePortRef<int> {|HYP1007:r|}) { } }")]
    [TestCase("[Handler] public partial interface I { void M([Reply] OncePortRef<int> {|HYP1007:r|}); }")]
    public async Task Reported_where_nothing_is_replied(string source) => await RuleRun.Check(source);

    [TestCase("[Named] public partial record M(string X, [Reply] OncePortRef<int> R);")]
    [TestCase("[Named] public partial record M([Reply] OncePortRef<int> R = default);")]
    [TestCase("[Named] public partial record M(PortRef<int> Progress, [Reply] OncePortRef<int[]> R);")]
    [TestCase("[Named] public partial struct M { public string? X { get; set; } [Reply] public OncePortRef<string?> R { get; init; } }")]
    [TestCase("[Named] public abstract partial record M { public sealed partial record A(int X, [Reply] OncePortRef<M> R) : M; public sealed partial record B : M { [Reply] public required OncePortRef<int> R { get; init; } } }")]
    [TestCase("[Named] public partial record M<T>(T X, [Reply] OncePortRef<T> R);")]
    public async Task Not_reported(string source) => await RuleRun.Check(source);
}
