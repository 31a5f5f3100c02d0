namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP1001FixTests
{
    [Test]
    public Task Declares_it_partial() => FixRun.Check(
        "HYP1001",
        "[Named] public sealed record {|HYP1001:Note|}(string Text);",
        "[Named] public sealed partial record Note(string Text);");
}
