using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hyperactor.Generators.Tests;

/// <summary>What each run must prove about the pipelines.</summary>
internal static class Incrementality
{
    public static readonly IReadOnlyList<string> Steps =
    [
        .. typeof(TrackingNames).GetFields(BindingFlags.Static | BindingFlags.Public).Select(f => (string)f.GetValue(null)!),
    ];

    /// <summary>Edits an unrelated file and requires that nothing is computed anew, and that no output reaches the compiler's objects.</summary>
    public static void Check(GeneratorDriver driver, CSharpCompilation input)
    {
        var first = driver.GetRunResult();
        var edited = input.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText("namespace Elsewhere; class Unrelated { int _x = 1; }", Compiling.Parse, "Unrelated.cs"));
        var second = driver.RunGenerators(edited).GetRunResult().Results[0];

        foreach (var (name, steps) in second.TrackedSteps.Where(s => Steps.Contains(s.Key)))
        {
            Assert.That(
                steps.SelectMany(static s => s.Outputs).Select(static o => o.Reason),
                Is.All.AnyOf(IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged),
                $"step {name}");
        }

        Assert.That(
            second.TrackedOutputSteps.SelectMany(static s => s.Value).SelectMany(static s => s.Outputs).Select(static o => o.Reason),
            Is.All.EqualTo(IncrementalStepRunReason.Cached),
            "outputs");

        foreach (var step in first.Results[0].TrackedSteps.Where(s => Steps.Contains(s.Key)).SelectMany(static s => s.Value))
        {
            foreach (var (value, _) in step.Outputs)
            {
                ObjectGraph.RequireNoCompilerObject(value);
            }
        }
    }

    /// <summary>The reasons of a step after a run.</summary>
    public static ImmutableArray<IncrementalStepRunReason> Reasons(GeneratorDriver driver, string step) =>
        driver.GetRunResult().Results[0].TrackedSteps.TryGetValue(step, out var steps)
            ? [.. steps.SelectMany(static s => s.Outputs).Select(static o => o.Reason)]
            : [];
}
