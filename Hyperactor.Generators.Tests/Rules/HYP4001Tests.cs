namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP4001Tests
{
    [TestCase("public partial class {|HYP4001:A|}", "it is not static")]
    [TestCase("public static partial class {|HYP4001:A|}<T>", "it is generic")]
    [TestCase("file static partial class {|HYP4001:A|}", "not visible")]
    public async Task Reported(string declaration, string problem)
    {
        var (messages, hints) = await RuleRun.Check(
            $$"""[DeclareAttrs("a")] {{declaration}} { public static partial AttrKey<int> B { get; } }""");
        Assert.That(messages.Single(), Does.Contain(problem.Replace("it is", "the class is", StringComparison.Ordinal)));
        Assert.That(hints, Is.Empty);
    }

    [Test]
    public async Task Reported_for_a_private_class() => await RuleRun.Check(
        """
        public static partial class Outer
        {
            [DeclareAttrs("a")] private static partial class {|HYP4001:A|} { public static partial AttrKey<int> B { get; } }
        }
        """);

    [TestCase("public static class {|HYP1001:A|} { public static partial AttrKey<int> B { get; } }")]
    [TestCase("public class {|HYP1001:Outer|} { [DeclareAttrs(\"b\")] public static partial class A { public static partial AttrKey<int> B { get; } } }")]
    public async Task A_class_that_is_not_partial_is_another_rule(string source) =>
        await RuleRun.Check((source.Contains("Outer", StringComparison.Ordinal) ? "" : "[DeclareAttrs(\"a\")] ") + source);

    [TestCase("public static partial class A")]
    [TestCase("internal static partial class A")]
    public async Task Not_reported(string declaration) => await RuleRun.Check(
        $$"""[DeclareAttrs("a")] {{declaration}} { public static partial AttrKey<int> B { get; } }""");
}
