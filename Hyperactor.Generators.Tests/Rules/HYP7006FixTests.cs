namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP7006FixTests
{
    [Test]
    public Task A_setter_becomes_an_init() => FixRun.Check(
        "HYP7006",
        "[Named] public sealed partial class M { public int {|HYP7006:X|} { get; set; } = 3; /* how many */ internal string? {|HYP7006:Y|} { get; set; } }",
        "[Named] public sealed partial class M { public int X { get; init; } = 3; /* how many */ internal string? Y { get; init; } }");

    [TestCase("[Named] public sealed partial class M { public int {|HYP7006:X|}; }")]
    [TestCase("[Named] public sealed partial record M(int[] {|HYP7006:X|});")]
    public Task No_fix_that_changes_a_type(string source) => FixRun.CheckNone("HYP7006", source);
}
