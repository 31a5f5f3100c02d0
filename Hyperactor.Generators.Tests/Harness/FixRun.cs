using System.Collections.Immutable;
using Hyperactor.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Hyperactor.Generators.Tests;

/// <summary>Applies the fixes that an editor offers, one after the other, until none is left to apply.</summary>
internal static class FixRun
{
    private const int StepsMax = 20;

    /// <summary>All fixes that there are.</summary>
    public static readonly ImmutableArray<CodeFixProvider> Fixes =
    [
        .. typeof(MustBePartialFix).Assembly.GetTypes()
            .Where(static t => t.IsSubclassOf(typeof(CodeFixProvider)) && !t.IsAbstract)
            .OrderBy(static t => t.Name, StringComparer.Ordinal)
            .Select(static t => (CodeFixProvider)Activator.CreateInstance(t)!),
    ];

    /// <summary>
    /// Requires the marked reports (<c>{|HYP1001:Name|}</c>), applies the fix of a rule to each of them, and requires what
    /// comes of it: the text, and that the rule has nothing more to report.
    /// </summary>
    /// <param name="rule">The rule whose reports are fixed.</param>
    /// <param name="marked">The source before, marked.</param>
    /// <param name="expected">The source afterwards.</param>
    /// <param name="title">Which of several fixes is applied; by default the first.</param>
    public static async Task Check(string rule, string marked, string expected, string? title = null)
    {
        await RuleRun.Check(marked);
        var (source, _) = RuleRun.Unmark(marked);
        for (var step = 0; step < StepsMax; step++)
        {
            var document = Open(source);
            if (await Report(document, rule) is not { } report)
            {
                break;
            }

            var actions = await Actions(document, report);
            var action = actions.FirstOrDefault(a => title is null || a.Title == title);
            Assert.That(action, Is.Not.Null, () => $"no fix for: {report}; offered: {string.Join(", ", actions.Select(static a => a.Title))}");
            source = await Apply(document, action!);
        }

        Assert.That(source, Is.EqualTo(expected));
        Assert.That(await Report(Open(source), rule), Is.Null, "the fix leaves nothing to report");
    }

    /// <summary>Requires the marked reports, and that no fix is offered for those of a rule.</summary>
    public static async Task CheckNone(string rule, string marked)
    {
        await RuleRun.Check(marked);
        var document = Open(RuleRun.Unmark(marked).Source);
        var report = await Report(document, rule);
        Assert.That(report, Is.Not.Null);
        Assert.That(await Actions(document, report!), Is.Empty);
    }

    private static Document Open(string source)
    {
        var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Samples", "Samples", LanguageNames.CSharp,
            compilationOptions: Compiling.Library().Options, parseOptions: Compiling.Parse,
            metadataReferences: Compiling.References));
        project = project.AddDocument("GlobalUsings.cs", Compiling.GlobalUsings, filePath: "GlobalUsings.cs").Project;
        return project.AddDocument("Input0.cs", source, filePath: "Input0.cs");
    }

    private static async Task<Diagnostic?> Report(Document document, string rule)
    {
        var compilation = (CSharpCompilation)(await document.Project.GetCompilationAsync())!;
        Compiling.Driver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        return (await RuleRun.Reports(output, rule)).FirstOrDefault(d => d.Id == rule);
    }

    private static async Task<IReadOnlyList<CodeAction>> Actions(Document document, Diagnostic report)
    {
        var tree = await document.GetSyntaxTreeAsync();
        var here = Diagnostic.Create(
            report.Descriptor, Location.Create(tree!, report.Location.SourceSpan), report.AdditionalLocations, report.Properties);
        var actions = new List<CodeAction>();
        foreach (var fix in Fixes.Where(f => f.FixableDiagnosticIds.Contains(report.Id)))
        {
            await fix.RegisterCodeFixesAsync(new(document, here, (action, _) => actions.Add(action), CancellationToken.None));
        }

        return actions;
    }

    private static async Task<string> Apply(Document document, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await solution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }
}
