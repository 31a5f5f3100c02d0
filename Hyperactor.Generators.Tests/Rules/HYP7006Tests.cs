namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP7006Tests
{
    [TestCase("[Named] public sealed partial class M { public int {|HYP7006:X|} { get; set; } }")]
    [TestCase("[Named] public sealed partial class M { public int {|HYP7006:X|}; }")]
    [TestCase("[Named] public sealed partial record M(int[] {|HYP7006:X|});")]
    [TestCase("[Named] public sealed partial record M(List<int> {|HYP7006:X|}, int Y);")]
    [TestCase("[Named] public sealed partial record M(Dictionary<string, int> {|HYP7006:X|}, HashSet<int> {|HYP7006:Y|});")]
    [TestCase("[Named] public readonly partial record struct M(int[] {|HYP7006:X|});")]
    [TestCase("public sealed partial class A : Actor { [Handler] void M(List<int> {|HYP7006:all|}, int[] {|HYP7006:more|}) { } }")]
    [TestCase("[Handler] public partial interface IList { void M(List<int> {|HYP7006:all|}); }")]
    public async Task Reported(string source) => await RuleRun.Check(source, "HYP7006");

    [TestCase("[Named] public sealed partial class M { public int X { get; init; } public string Y { get; init; } = \"\"; }")]
    [TestCase("[Named] public sealed partial record M(int X, string Y, IReadOnlyList<int> Z);")]
    [TestCase("[Named] public sealed partial record M(System.Collections.Immutable.ImmutableArray<int> X, ReadOnlyMemory<byte> Y);")]
    [TestCase("[Named] public partial struct M { public int X; public int Y { get; set; } }")]
    [TestCase("[Named] public readonly partial record struct M(int X);")]
    [TestCase("public sealed class M { public int X { get; set; } public List<int> Y { get; set; } = []; }")]
    [TestCase("public sealed partial class A : Actor { [Handler] void M(IReadOnlyList<int> all, string text) { } void N(List<int> all) { } }")]
    public async Task Not_reported(string source) => await RuleRun.Check(source, "HYP7006");

    [Test]
    public async Task Is_advice_that_builds_do_not_mention() =>
        await RuleRun.Check("[Named] public sealed partial class M { public int X { get; set; } }");
}
