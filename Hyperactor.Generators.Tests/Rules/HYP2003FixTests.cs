namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP2003FixTests
{
    [TestCase(
        "[Handler(Cast = true)] void M(PortRef<int> {|HYP2003:reply|}) { }",
        "[Handler(Cast = true)] void M([Include] PortRef<int> reply) { }")]
    [TestCase(
        "[Handler(Cast = true)] void M(int x, /* kept */ [Obsolete] List<PortRef<int>> {|HYP2003:a|}, OncePortRef<int> b) { }",
        "[Handler(Cast = true)] void M(int x, /* kept */ [Include][Obsolete] List<PortRef<int>> a, [Include] OncePortRef<int> b) { }")]
    public Task Marks_parameters(string before, string after) => FixRun.CheckFiles(
        "HYP2003", [RuleRun.Unmark(Actor(before)).Source], [Actor(after)]);

    [Test]
    public Task Marks_a_message_and_its_ports_where_they_are_declared() => FixRun.CheckFiles(
        "HYP2003",
        [
            "[Export] public partial class A : Actor { [Handler(Cast = true)] void On(Step step) { } }",
            """
            public abstract record Asked(PortRef<string> Log);

            [Named]
            public partial record Step(int Epoch, PortRef<string> Log, [Include] PortRef<int> Done) : Asked(Log)
            {
                /// <summary>Where results go.</summary>
                public PortRef<int>? Reply { get; init; }
            }
            """,
        ],
        [
            "[Export] public partial class A : Actor { [Handler(Cast = true)] void On(Step step) { } }",
            """
            public abstract record Asked(PortRef<string> Log);

            [Named, Bind, Unbind]
            public partial record Step(int Epoch, [Include] PortRef<string> Log, [Include] PortRef<int> Done) : Asked(Log)
            {
                /// <summary>Where results go.</summary>
                [Include]
                public PortRef<int>? Reply { get; init; }
            }
            """,
        ]);

    [TestCase("[Named] public partial record M([Include] PortRef<int> {|HYP2003:R|});", "[Named, Bind, Unbind] public partial record M([Include] PortRef<int> R);")]
    [TestCase("[Named, Bind] public partial record M([Include] PortRef<int> {|HYP2003:R|});", "[Named, Bind, Unbind] public partial record M([Include] PortRef<int> R);")]
    [TestCase(
        "[Named] [Unbind] public partial class M { [Include] public PortRef<int> {|HYP2003:R|} { get; init; } }",
        "[Named, Bind] [Unbind] public partial class M { [Include] public PortRef<int> R { get; init; } }")]
    public Task Binds_a_message(string marked, string expected) => FixRun.Check("HYP2003", marked, expected);

    private static string Actor(string member) => $$"""[Export] public partial class A : Actor { {{member}} }""";
}
