namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP1007FixTests
{
    private const string Title = "Move the reply to the end";

    [TestCase(
        "[Named] public partial record M(string X, [Reply] OncePortRef<int> {|HYP1007:R|}, string Y);",
        "[Named] public partial record M(string X, string Y, [Reply] OncePortRef<int> R);")]
    [TestCase(
        "[Named] public partial record M(\n    [Reply] OncePortRef<int> {|HYP1007:R|}, // first\n    string X);",
        "[Named] public partial record M(\n    string X, // first\n    [Reply] OncePortRef<int> R);")]
    public Task Moves_a_parameter(string before, string after) => FixRun.Check("HYP1007", before, after, Title);

    [Test]
    public Task Moves_a_property() => FixRun.Check(
        "HYP1007",
        """
        [Named]
        public partial class M
        {
            public string? X { get; init; }

            /// <summary>The answer.</summary>
            [Reply]
            public OncePortRef<int> {|HYP1007:R|} { get; init; }

            public int Y { get; init; }

            public void Do() { }
        }
        """,
        """
        [Named]
        public partial class M
        {
            public string? X { get; init; }

            public int Y { get; init; }

            /// <summary>The answer.</summary>
            [Reply]
            public OncePortRef<int> R { get; init; }

            public void Do() { }
        }
        """,
        Title);

    [Test]
    public Task Moves_the_first_property() => FixRun.Check(
        "HYP1007",
        """
        [Named]
        public partial class M
        {
            [Reply]
            public OncePortRef<int> {|HYP1007:R|} { get; init; }

            public int Y { get; init; }
        }
        """,
        """
        [Named]
        public partial class M
        {
            public int Y { get; init; }

            [Reply]
            public OncePortRef<int> R { get; init; }
        }
        """,
        Title);

    [TestCase("[Named] public partial record M([Reply] PortRef<int> {|HYP1007:R|}, string X);")]
    [TestCase("[Named] public partial record M([Reply] OncePortRef<int> {|HYP1007:R|}, [Reply] OncePortRef<int> {|HYP1007:S|}, string X);")]
    [TestCase("[Named] public partial record M([Reply] OncePortRef<int> {|HYP1007:R|}) { public int X { get; init; } }")]
    [TestCase("[Export] public partial class A : Actor { [Handler] void M([Reply] OncePortRef<int> {|HYP1007:r|}, int x) { } }")]
    public Task Offers_nothing_where_that_would_not_help(string source) => FixRun.CheckNone("HYP1007", source);
}
