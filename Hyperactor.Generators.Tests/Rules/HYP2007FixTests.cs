namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP2007FixTests
{
    [Test]
    public Task Leaves_an_empty_name_away() => FixRun.Check(
        "HYP2007", "[{|HYP2007:Named(\"\")|}] public partial record M(int X);", "[Named] public partial record M(int X);");

    [Test]
    public Task Not_offered_for_others() => FixRun.CheckNone("HYP2007", "[{|HYP2007:Named(\"a b\")|}] public partial record M(int X);");
}
