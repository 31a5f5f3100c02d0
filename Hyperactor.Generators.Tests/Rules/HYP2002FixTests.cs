namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP2002FixTests
{
    [TestCase(
        "[Named(\"shop.order\")] partial record Order; [Named(\"shop.order\")] partial record {|HYP2002:Line|};",
        "[Named(\"shop.order\")] partial record Order; [Named(\"shop.Line\")] partial record Line;")]
    [TestCase(
        "[Named(\"B\")] partial record A; [Named] partial record {|HYP2002:B|};",
        "[Named(\"B\")] partial record A; [Named(\"B2\")] partial record B;")]
    [TestCase(
        "namespace N; [Named(\"N.B\"), Export] partial class A : Actor; [Export] partial class {|HYP2002:B|} : Actor;",
        "namespace N; [Named(\"N.B\"), Export] partial class A : Actor; [Export, Named(\"N.B2\")] partial class B : Actor;")]
    public Task Gives_it_a_name(string marked, string expected) => FixRun.Check("HYP2002", marked, expected);
}
