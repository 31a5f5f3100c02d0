namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP4002Tests
{
    [TestCase("public static partial AttrKey<int> {|HYP4002:B|} { get; set; }", "{ get; }")]
    [TestCase("public static partial int {|HYP4002:B|} { get; }", "neither AttrKey<T> nor Setting<T>")]
    [TestCase("public static partial AttrKey {|HYP4002:B|} { get; }", "neither AttrKey<T> nor Setting<T>")]
    [TestCase("private static partial AttrKey<int> {|HYP4002:B|} { get; }", "make it public or internal")]
    [TestCase("[Setting(Default = \"3\")] public static partial AttrKey<int> {|HYP4002:B|} { get; }", "use [Attr]")]
    [TestCase("[Attr(Default = 3)] public static partial Setting<int> {|HYP4002:B|} { get; }", "use [Setting]")]
    [TestCase("[Attr] public static AttrKey<int> {|HYP4002:B|} => null!;", "it is not partial")]
    [TestCase("public static partial AttrKey<int> {|HYP4002:Größe|} { get; }", "its name would be \"a.größe\"")]
    [TestCase("[Attr(Name = \"A.b\")] public static partial AttrKey<int> {|HYP4002:B|} { get; }", "its name would be \"A.b\"")]
    [TestCase("[Attr(Name = \"\")] public static partial AttrKey<int> {|HYP4002:B|} { get; }", "its name would be \"\"")]
    [TestCase("[Setting(Default = \"\")] public static partial Setting<int[]> {|HYP4002:B|} { get; }", "'int[]' has no text form")]
    [TestCase("[Setting(Default = \"3\")] public static partial Setting<int?> {|HYP4002:B|} { get; }", "'int?' has no text form")]
    public async Task Reported(string property, string problem)
    {
        var (messages, hints) = await RuleRun.Check(
            $$"""
            [DeclareAttrs("a")] public static partial class A
            {
                {{property}}
                public static partial AttrKey<int> Good { get; }
            }
            """);
        Assert.That(messages.Single(), Does.Contain(problem));
        Assert.That(hints, Is.EquivalentTo(["A.Attrs.g.cs", "Hyperactor.Catalog.g.cs"]));
    }

    [TestCase("public static class A { [Attr] public static AttrKey<int> {|HYP4002:B|} => null!; }")]
    [TestCase("public static partial class A { [Setting(Default = \"1\")] public static partial Setting<int> {|HYP4002:B|} { get; } }")]
    public async Task Reported_where_nothing_is_generated(string source) => await RuleRun.Check(source);

    [Test]
    public async Task A_prefix_that_is_no_name_is_reported_at_each_key() => await RuleRun.Check(
        """[DeclareAttrs("My Shop")] public static partial class A { public static partial AttrKey<int> {|HYP4002:B|} { get; } }""");

    [Test]
    public async Task A_value_without_a_codec_is_another_rule() => await RuleRun.Check(
        """
        public sealed class Plain;
        [DeclareAttrs("a")] public static partial class A { public static partial AttrKey<Plain> {|HYP2001:B|} { get; } }
        """);

    [Test]
    public async Task What_the_compiler_reports_is_not_reported_twice()
    {
        var run = GeneratorRun.Of(
            """
            [DeclareAttrs("a")] public static partial class A
            {
                public static partial AttrKey<Missing> B { get; }
                [Setting(Default = "1")] public static partial Setting<Missing> C { get; }
                public static partial Missing<int> D { get; }
            }
            """);
        Assert.That(await RuleRun.Reports(run.Output), Is.Empty);
        Assert.That(run.Hints, Is.Empty);
    }

    [Test]
    public async Task Not_reported() => await RuleRun.Check(
        """
        [DeclareAttrs("a")] public static partial class A
        {
            public static partial AttrKey<int> B { get; }
            [Attr(Name = "c.d2_e")] internal static partial AttrKey<string?> C { get; }
            [Setting(Default = "x")] public static partial Setting<string> D { get; }
            public static AttrKey<int> Own { get; } = new("own");
        }
        """);
}
