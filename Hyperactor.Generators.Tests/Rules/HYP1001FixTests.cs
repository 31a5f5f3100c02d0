namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP1001FixTests
{
    [TestCase(
        "[Named] public sealed record {|HYP1001:Note|}(string Text);",
        "[Named] public sealed partial record Note(string Text);")]
    [TestCase(
        "[Export] class {|HYP1001:A|} : Actor { [Handler] void M() { } }",
        "[Export] partial class A : Actor { [Handler] void M() { } }")]
    [TestCase(
        "[Named, /* kept */ Handler] public interface {|HYP1001:I|} { void M(); }",
        "[Named, /* kept */ Handler] public partial interface I { void M(); }")]
    [TestCase(
        "[Named] public readonly record struct {|HYP1001:Slot|}(DateTime From);",
        "[Named] public readonly partial record struct Slot(DateTime From);")]
    public Task Declares_it_partial(string marked, string expected) => FixRun.Check("HYP1001", marked, expected);

    [Test]
    public Task Declares_the_types_around_it_partial_and_keeps_comments_and_layout() => FixRun.CheckFiles(
        "HYP1001",
        ["""
        // What is around.
        internal static class Outer
        {
            // In between.
            internal
                class Middle // behind
            {
                /// <summary>What is noted.</summary>
                [Named]
                internal sealed record Note(string Text);

                #region Others
                /* before */ [Named] internal record Other(int X);
                #endregion
            }
        }
        """],
        ["""
        // What is around.
        internal static partial class Outer
        {
            // In between.
            internal
                partial class Middle // behind
            {
                /// <summary>What is noted.</summary>
                [Named]
                internal sealed partial record Note(string Text);

                #region Others
                /* before */ [Named] internal partial record Other(int X);
                #endregion
            }
        }
        """]);

    [Test]
    public Task Corrects_all_files() => FixRun.CheckFiles(
        "HYP1001",
        ["[Named] public record A(string X);", "namespace N; [Named] public record B(A X);"],
        ["[Named] public partial record A(string X);", "namespace N; [Named] public partial record B(A X);"]);
}
