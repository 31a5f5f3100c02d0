namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP2004Tests
{
    [TestCase("[Named] public partial class {|HYP2004:M|} { public M(string other) { } public string X { get; set; } = \"\"; }")]
    [TestCase("[Named] public partial class {|HYP2004:M|} { public M(int x) { } public string X { get; set; } = \"\"; }")]
    [TestCase("[Named] public static partial class {|HYP2004:M|};")]
    public async Task Reported(string source) =>
        Assert.That((await RuleRun.Check(source)).Hints, Is.Empty);

    [TestCase("[Named] public partial class M { public M(string x) { X = x; } public string X { get; } public int Y { get; set; } }")]
    [TestCase("[Named] public partial class M { public string X { get; set; } = \"\"; }")]
    [TestCase("[Named] public partial class M { private M() { } public required string X { get; init; } }")]
    [TestCase("[Named] public partial class M;")]
    [TestCase("[Named] public partial record M(string x, string X, string? _x);")]
    [TestCase("[Named] public partial class M { public M(string x, string X) { this.x = x; } public M() { } public string? x { get; set; } }")]
    [TestCase("public abstract record Base(string X); [Named] public partial record M(string X, int Y) : Base(X);")]
    public async Task Not_reported(string source) => await RuleRun.Check(source);
}
