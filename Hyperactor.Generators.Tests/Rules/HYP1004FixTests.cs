namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP1004FixTests
{
    [TestCase(
        "public A() : this(1) { } public A(int x) { }",
        "private A() : this(1) { } public A(int x) { }")]
    [TestCase(
        "public A(int x) { } public A(int x, System.IO.Stream y) { }",
        "public A(int x) { } private A(int x, System.IO.Stream y) { }")]
    [TestCase(
        "private A(int x) { }",
        "internal A(int x) { }")]
    [TestCase(
        "/* kept */ A() { }",
        "/* kept */ internal A() { }")]
    public Task Leaves_one_constructor(string before, string after) =>
        FixRun.CheckFiles("HYP1004", [Actor(before)], [Actor(after)]);

    [TestCase("[Export(Spawn = true)] public abstract partial class {|HYP1004:A|} : Actor;", "[Export] public abstract partial class A : Actor;")]
    [TestCase(
        "public partial interface I; [Export(Spawn = true), Named] public partial class {|HYP1004:A|} : Actor { public A(ref int x) { } }",
        "public partial interface I; [Export, Named] public partial class A : Actor { public A(ref int x) { } }")]
    [TestCase(
        "[Handler] public partial interface I; [Export(typeof(I), Spawn = true)] public abstract partial class {|HYP1004:A|} : Actor, I;",
        "[Handler] public partial interface I; [Export(typeof(I))] public abstract partial class A : Actor, I;")]
    public Task Takes_Spawn_away(string marked, string expected) =>
        FixRun.Check("HYP1004", marked, expected, "Do not create it by name");

    [TestCase("public A(int x) { } public A(long x) { }", TestName = "Two take as much")]
    [TestCase("public A() { } public A(int x) { } } static class Use { public static A Make() => new A();", TestName = "One is used elsewhere")]
    [TestCase("public A(System.IO.Stream x) { } public A(Action x) { }", TestName = "None can be called by name")]
    public async Task Only_taking_Spawn_away_is_offered(string members) => Assert.That(
        await FixRun.Titles("HYP1004", Actor(members)), Is.EqualTo(new[] { "Do not create it by name" }));

    private static string Actor(string members) =>
        $$"""[Export(Spawn = true)] public partial class A : Actor { {{members}} }""";
}
