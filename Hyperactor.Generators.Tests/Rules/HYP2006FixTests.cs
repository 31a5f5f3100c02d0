namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP2006FixTests
{
    [TestCase(
        "[Named, Bind, Unbind] public partial record M([{|HYP2006:Include|}] int X, [Include] PortRef<int> Reply);",
        "[Named, Bind, Unbind] public partial record M(int X, [Include] PortRef<int> Reply);")]
    [TestCase("[Named, {|HYP2006:Bind|}, Unbind] public partial record M(int X);", "[Named] public partial record M(int X);")]
    [TestCase("/* kept */ [{|HYP2006:Unbind|}]\n[Named] public partial record M(int X);", "/* kept */ [Named] public partial record M(int X);")]
    public Task Takes_it_away(string marked, string expected) => FixRun.Check("HYP2006", marked, expected);
}
