namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP4001FixTests
{
    [TestCase("public class {|HYP4001:{|HYP1001:C|}|}", "public static partial class C")]
    [TestCase("public sealed partial class {|HYP4001:C|}", "public static partial class C")]
    [TestCase("/* kept */ sealed class C", "/* kept */ static partial class C")]
    public Task Declares_it_static_and_partial(string before, string after) => FixRun.CheckFiles(
        "HYP4001",
        [Class(before.Replace("{|HYP4001:{|HYP1001:C|}|}", "C", StringComparison.Ordinal).Replace("{|HYP4001:C|}", "C", StringComparison.Ordinal))],
        [Class(after)]);

    [TestCase("[DeclareAttrs] public partial class C { public int X { get; set; } }")]
    [TestCase("[DeclareAttrs] public partial class C { } public class Use { public object Make() => new C(); }")]
    [TestCase("[DeclareAttrs] public partial class C : List<int> { }")]
    [TestCase("[DeclareAttrs] public abstract partial class C { }")]
    [TestCase("[DeclareAttrs] public static partial class C<T> { }")]
    public async Task Not_offered(string source) => Assert.That(await FixRun.Titles("HYP4001", source), Is.Empty);

    private static string Class(string declaration) =>
        $$"""[DeclareAttrs("c")] {{declaration}} { public static partial AttrKey<int> K { get; } }""";
}
