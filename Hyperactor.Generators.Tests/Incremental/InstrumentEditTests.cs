using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hyperactor.Generators.Tests.Incremental;

/// <summary>What is found anew when calls of traced methods are edited, and what is not.</summary>
public sealed class InstrumentEditTests
{
    private const string Traced = "namespace S; public static class T { [Instrument] public static void Go(int x) { } }";
    private const string Caller = "namespace S; public static class A { public static void Call() { T.Go(1); } }";
    private const string Other = "namespace S; public static class B { public static void Call() { System.Console.Write(1); } }";

    [Test]
    public void An_edit_elsewhere_changes_nothing() =>
        AssertChanged(2, Other.Replace("Write(1)", "Write(2)", StringComparison.Ordinal), steps: []);

    [Test]
    public void The_body_of_a_traced_method_changes_nothing() =>
        AssertChanged(0, Traced.Replace("{ } }", "{ x++; } }", StringComparison.Ordinal), steps: []);

    [Test]
    public void A_new_call_changes_the_calls_alone() => AssertChanged(
        2, Other.Replace("System.Console.Write(1)", "T.Go(2)", StringComparison.Ordinal), TrackingNames.InstrumentedCalls);

    [Test]
    public void An_edit_of_a_file_with_calls_changes_their_places() =>
        AssertChanged(1, Caller + " // more", TrackingNames.InstrumentedCalls);

    [Test]
    public void A_new_traced_method_changes_names_and_exports() => AssertChanged(
        0, Traced.Replace("public static class T {", "public static class T { [Instrument] public static void Stay() { }", StringComparison.Ordinal),
        TrackingNames.InstrumentedNames, TrackingNames.InstrumentedExports);

    [Test]
    public void An_argument_that_is_skipped_changes_the_calls() => AssertChanged(
        0, Traced.Replace("[Instrument]", "[Instrument(Skip = [\"x\"])]", StringComparison.Ordinal), TrackingNames.InstrumentedCalls);

    private static void AssertChanged(int file, string text, params string[] steps)
    {
        var compilation = Compiling.Library(Traced, Caller, Other);
        var driver = Compiling.Driver().RunGenerators(compilation);
        var tree = compilation.SyntaxTrees.Single(t => t.FilePath == $"Input{file}.cs");
        var edited = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, Compiling.Parse, tree.FilePath));
        driver = driver.RunGenerators(edited);
        foreach (var step in Incrementality.Steps.Where(static s => s.StartsWith("Instrumented", StringComparison.Ordinal)))
        {
            var touched = Incrementality.Reasons(driver, step)
                .Any(static r => r is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New);
            Assert.That(touched, Is.EqualTo(steps.Contains(step)), step);
        }
    }
}
