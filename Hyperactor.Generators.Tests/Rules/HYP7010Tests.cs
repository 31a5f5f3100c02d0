namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP7010Tests
{
    [TestCase("public int {|HYP7010:X|};")]
    [TestCase("internal int {|HYP7010:X|} = 1;")]
    [TestCase("public int {|HYP7010:X|} { get; set; }")]
    [TestCase("public int {|HYP7010:X|} { get; internal set; }")]
    public async Task Reported(string member) => await Check(member);

    [TestCase("public readonly int X;")]
    [TestCase("public const int X = 1;")]
    [TestCase("public static readonly int X = 1;")]
    [TestCase("public int X { get; init; }")]
    [TestCase("public int X { get; private set; }")]
    [TestCase("public required int X { get; init; }")]
    [TestCase("private int X { get; set; }")]
    [TestCase("public int X => 3;")]
    public async Task Not_reported(string member) => await Check(member);

    [Test]
    public async Task Is_advice_that_builds_do_not_mention() => await RuleRun.Check("public sealed partial class A : Actor { public int X; }");

    private static async Task Check(string member) =>
        await RuleRun.Check($$"""public sealed partial class A : Actor { {{member}} }""", "HYP7010");
}
