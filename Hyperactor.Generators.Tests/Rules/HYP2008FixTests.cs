namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP2008FixTests
{
    [TestCase(
        "[Named] public partial class M { public List<string> {|HYP2008:Lines|} { get; } = []; }",
        "[Named] public partial class M { public List<string> Lines { get; init; } = []; }")]
    [TestCase(
        "[Named] public partial record M(int X) { public Guid {|HYP2008:A|} { get; } = Guid.NewGuid(); public Guid {|HYP2008:B|} { get; } = new(); }",
        "[Named] public partial record M(int X) { public Guid A { get; init; } = Guid.NewGuid(); public Guid B { get; init; } = new(); }")]
    public Task Gives_it_an_init_accessor(string marked, string expected) => FixRun.Check("HYP2008", marked, expected);

    [Test]
    public Task Not_offered_for_a_field() =>
        FixRun.CheckNone("HYP2008", "[Named] public partial class M { public readonly List<string> {|HYP2008:Lines|} = []; }");
}
