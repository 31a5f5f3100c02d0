namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP1005FixTests
{
    [TestCase(
        "[{|HYP1005:Export|}] public sealed partial class A { [Handler] void M() { } }",
        "[Export] public sealed partial class A : Actor { [Handler] void M() { } }")]
    [TestCase(
        "[{|HYP1005:Export|}] public partial class A : ICloneable { public object Clone() => this; }",
        "[Export] public partial class A : Actor, ICloneable { public object Clone() => this; }")]
    [TestCase(
        "public partial class A(int x) { [Handler] int {|HYP1005:M|}() => x; }",
        "public partial class A(int x) : Actor { [Handler] int M() => x; }")]
    public Task Derives_from_Actor(string marked, string expected) =>
        FixRun.Check("HYP1005", marked, expected, "Derive 'A' from Actor");

    [TestCase("/* kept */ [{|HYP1005:Export|}] public partial class A;", "/* kept */ public partial class A;", "Remove [Export]")]
    [TestCase(
        "[Named, {|HYP1005:Export(Spawn = true)|}] public partial class A<T> : Actor;",
        "[Named] public partial class A<T> : Actor;",
        "Remove [Export]")]
    [TestCase(
        "public partial struct A\n{\n    // kept\n    [Handler]\n    void {|HYP1005:M|}() { }\n}",
        "public partial struct A\n{\n    // kept\n    void M() { }\n}",
        "Remove [Handler]")]
    [TestCase(
        "[{|HYP1005:Export(typeof(string), Spawn = true)|}] public partial class A : Actor;",
        "[Export(Spawn = true)] public partial class A : Actor;",
        "Do not export 'String'")]
    public Task Removes_the_attribute(string marked, string expected, string title) =>
        FixRun.Check("HYP1005", marked, expected, title);

    [TestCase(
        "public partial interface I { [Handler] void {|HYP1005:M|}(); }",
        "[Handler]\npublic partial interface I { [Handler] void M(); }")]
    [TestCase(
        "public interface I { void M(); } [{|HYP1005:Export(typeof(I))|}] public partial class A : Actor, I { public void M() { } }",
        "[Handler]\npublic partial interface I { void M(); } [Export(typeof(I))] public partial class A : Actor, I { public void M() { } }")]
    public Task Makes_a_protocol_of_it(string marked, string expected) =>
        FixRun.Check("HYP1005", marked, expected, "Mark 'I' [Handler]");

    [TestCase(
        "[{|HYP1005:Export(typeof(N.I))|}] public partial class A : Actor { public ValueTask M(int x) => default; }",
        "[Export(typeof(N.I))] public partial class A : Actor, N.I { public ValueTask M(int x) => default; }")]
    [TestCase(
        "[{|HYP1005:Export(typeof(N.I))|}] public partial class A : Actor // kept\n{ public ValueTask M(int x) => default; }",
        "[Export(typeof(N.I))] public partial class A : Actor, N.I // kept\n{ public ValueTask M(int x) => default; }")]
    public Task Implements_a_protocol_that_is_there_already(string marked, string expected)
    {
        const string Protocol = " namespace N { [Handler] public partial interface I { ValueTask M(int x); } }";
        return FixRun.Check("HYP1005", marked + Protocol, expected + Protocol);
    }

    [TestCase("void M(int x) { }")]
    [TestCase("public void M(long x) { }")]
    [TestCase("public ValueTask M(int x) => default;")]
    public async Task Implementing_is_not_offered_if_something_is_missing(string member) => Assert.That(
        await FixRun.Titles(
            "HYP1005",
            $$"""
            [Handler] public partial interface I { void M(int x); }
            [Export(typeof(I))] public partial class A : Actor { {{member}} }
            """),
        Is.EqualTo(new[] { "Do not export 'I'" }));

    [TestCase("public partial class O { private partial class {|HYP1005:A|} : Actor { [Handler] void M() { } } }")]
    [TestCase("[Handler] public partial interface {|HYP1005:I|}<T> { void M(); }")]
    public Task Not_offered_where_nothing_is_mechanical(string marked) => FixRun.CheckNone("HYP1005", marked);
}
