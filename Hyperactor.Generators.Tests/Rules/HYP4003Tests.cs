namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP4003Tests
{
    [TestCase("int", "\"three\"", "its default is a 'string', and its value is a 'int'")]
    [TestCase("int", "3L + uint.MaxValue", "its default 4294967298 is out of the range of 'int'")]
    [TestCase("byte", "256", "out of the range of 'byte'")]
    [TestCase("uint", "-1", "out of the range of 'uint'")]
    [TestCase("int", "3.0", "'double'")]
    [TestCase("float", "0.1", "'double'")]
    [TestCase("decimal", "0.1", "'double'")]
    [TestCase("string", "3", "'int'")]
    [TestCase("string", "null", "its default is null")]
    [TestCase("int", "null", "its default is null")]
    [TestCase("char", "97", "'int'")]
    [TestCase("int", "'a'", "'char'")]
    [TestCase("bool", "1", "'int'")]
    [TestCase("DayOfWeek", "1", "'int'")]
    [TestCase("int", "DayOfWeek.Monday", "'System.DayOfWeek'")]
    [TestCase("DayOfWeek", "DateTimeKind.Utc", "'System.DateTimeKind'")]
    [TestCase("TimeSpan", "30", "'int'")]
    [TestCase("int[]", "3", "'int'")]
    public async Task Reported_for_keys(string type, string constant, string problem)
    {
        var (messages, _) = await RuleRun.Check(
            $$"""
            [DeclareAttrs("a")] public static partial class A
            {
                [{|HYP4003:Attr(Default = {{constant}})|}] public static partial AttrKey<{{type}}> B { get; }
            }
            """);
        Assert.That(messages.Single(), Does.Contain(problem));
    }

    [TestCase("bool", "Default = \"yes\"", "its default \"yes\" is not true or false")]
    [TestCase("int", "Default = \"many\"", "is not a whole number")]
    [TestCase("int", "Default = \"2147483648\"", "within the range of 'int'")]
    [TestCase("int", "Default = \"64KiB\"", "is not a whole number")]
    [TestCase("int", "Default = \"8GiB\", Unit = \"bytes\"", "a number of bytes within the range of 'int'")]
    [TestCase("double", "Default = \"half\"", "is not a number")]
    [TestCase("TimeSpan", "Default = \"30\"", "is not a time span, such as 500ms")]
    [TestCase("DayOfWeek", "Default = \"Noday\"", "is not a name of 'DayOfWeek'")]
    [TestCase("DayOfWeek", "Default = \"1\"", "is not a name of 'DayOfWeek'")]
    [TestCase("int", "Default = \"0\", Minimum = \"1\"", "its default \"0\" is less than its minimum \"1\"")]
    [TestCase("TimeSpan", "Default = \"2m\", Maximum = \"90s\"", "is more than its maximum \"90s\"")]
    [TestCase("int", "Default = \"1\", Minimum = \"none\"", "its minimum \"none\" is not")]
    [TestCase("int", "Default = \"1\", Maximum = \"1s\"", "its maximum \"1s\" is not")]
    [TestCase("int", "Unit = \"items\"", "it has no default")]
    [TestCase("string", "Default = null", "it has no default")]
    public async Task Reported_for_settings(string type, string arguments, string problem)
    {
        var (messages, _) = await RuleRun.Check(
            $$"""
            [DeclareAttrs("a")] public static partial class A
            {
                [{|HYP4003:Setting({{arguments}})|}] public static partial Setting<{{type}}> B { get; }
            }
            """);
        Assert.That(messages.Single(), Does.Contain(problem));
    }

    [Test]
    public async Task A_setting_without_any_word_about_its_default_is_reported() => await RuleRun.Check(
        """[DeclareAttrs("a")] public static partial class A { public static partial Setting<int> {|HYP4003:B|} { get; } }""");

    [Test]
    public async Task Not_reported() => await RuleRun.Check(
        """
        [DeclareAttrs("a")] public static partial class A
        {
            [Attr(Default = 3)] public static partial AttrKey<long> B { get; }
            [Setting(Default = "1.5s", Minimum = "1s", Maximum = "00:00:02")] public static partial Setting<TimeSpan> C { get; }
            [Setting(Default = "friday")] public static partial Setting<DayOfWeek> D { get; }
            [Setting(Default = "8GiB", Unit = "bytes")] public static partial Setting<long> E { get; }
        }
        """);
}
