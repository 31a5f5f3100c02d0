namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP4002FixTests
{
    [TestCase("[Attr(Default = 3)] public static AttrKey<int> K { get; }", "[Attr(Default = 3)] public static partial AttrKey<int> K { get; }")]
    [TestCase("/// <summary>S.</summary>\npublic partial AttrKey<int> K { get; }", "/// <summary>S.</summary>\npublic static partial AttrKey<int> K { get; }")]
    [TestCase("public static partial AttrKey<int> K { get; set; }", "public static partial AttrKey<int> K { get; }")]
    [TestCase("private static partial AttrKey<int> K { get; }", "internal static partial AttrKey<int> K { get; }")]
    [TestCase("protected internal static partial AttrKey<int> K { get; }", "internal static partial AttrKey<int> K { get; }")]
    [TestCase("[Setting(Default = \"3\")] public static partial AttrKey<int> K { get; }", "[Setting(Default = \"3\")] public static partial Setting<int> K { get; }")]
    [TestCase("[Attr] public static partial Hyperactor.Setting<int> K { get; }", "[Attr] public static partial Hyperactor.AttrKey<int> K { get; }")]
    [TestCase("[Attr] AttrKey<int> K { get; set; }", "[Attr] internal static partial AttrKey<int> K { get; }")]
    public Task Gives_it_the_shape(string before, string after) =>
        FixRun.CheckFiles("HYP4002", [Class(before)], [Class(after)]);

    [Test]
    public Task Marks_the_class() => FixRun.CheckFiles(
        "HYP4002",
        ["static class C { [Attr] public static partial AttrKey<int> K { get; } }"],
        ["[DeclareAttrs]\nstatic partial class C { [Attr] public static partial AttrKey<int> K { get; } }"]);

    [TestCase("[Attr(Default = 3)] public static AttrKey<int> K { get; } = new(\"c.k\");")]
    [TestCase("public static partial int K { get; }")]
    [TestCase("public static partial AttrKey<int> Größe { get; }")]
    [TestCase("[Setting(Default = \"\")] public static partial Setting<int[]> K { get; }")]
    public async Task Not_offered(string member) => Assert.That(await FixRun.Titles("HYP4002", Class(member)), Is.Empty);

    private static string Class(string member) =>
        $$"""[DeclareAttrs("c")] public static partial class C { {{member}} }""";
}
