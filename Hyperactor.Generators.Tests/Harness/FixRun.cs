using System.Collections.Immutable;
using Hyperactor.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Hyperactor.Generators.Tests;

/// <summary>Applies the fixes that an editor offers, one after the other, until none is left to apply; and all at once.</summary>
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
    /// comes of it: the text, that the rule has nothing more to report, and that no error is there that was not
    /// before. Correcting all at once must come to the same text.
    /// </summary>
    /// <param name="rule">The rule whose reports are fixed.</param>
    /// <param name="marked">The source before, marked.</param>
    /// <param name="expected">The source afterwards.</param>
    /// <param name="title">Which of several fixes is applied; by default the first.</param>
    public static async Task Check(string rule, string marked, string expected, string? title = null)
    {
        await RuleRun.Check(marked);
        await CheckFiles(rule, [RuleRun.Unmark(marked).Source], [expected], title);
    }

    /// <summary>As <see cref="Check"/>, over several files whose reports are not marked.</summary>
    public static async Task CheckFiles(string rule, string[] sources, string[] expected, string? title = null)
    {
        var solution = Open(sources);
        var before = await Errors(solution);
        var all = await ApplyToAll(solution, rule, title);
        for (var step = 0; step < StepsMax; step++)
        {
            if (await Report(solution, rule) is not { } report)
            {
                break;
            }

            solution = await Apply(await Action(solution, report, title));
        }

        Assert.That(await Texts(solution), Is.EqualTo(expected), "one after the other");
        Assert.That(await Report(solution, rule), Is.Null, "the fix leaves nothing to report");
        Assert.That(await Errors(solution), Is.SubsetOf(before), "the fix breaks nothing");

        // What one correction uncovers is corrected in the next round.
        for (var step = 0; step < StepsMax && await Report(all, rule) is not null; step++)
        {
            all = await ApplyToAll(all, rule, title);
        }

        Assert.That(await Texts(all), Is.EqualTo(expected), "all at once");
    }

    /// <summary>Requires the marked reports, and that no fix is offered for the first of a rule.</summary>
    public static async Task CheckNone(string rule, string marked)
    {
        await RuleRun.Check(marked);
        Assert.That(await Titles(rule, RuleRun.Unmark(marked).Source), Is.Empty);
    }

    /// <summary>What is offered for the first report of a rule.</summary>
    public static async Task<IEnumerable<string>> Titles(string rule, params string[] sources)
    {
        var solution = Open(sources);
        var report = await Report(solution, rule);
        Assert.That(report, Is.Not.Null);
        return (await Actions(solution, report!)).Select(static a => a.Title);
    }

    private static Solution Open(string[] sources)
    {
        var project = new AdhocWorkspace().AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Samples", "Samples", LanguageNames.CSharp,
            compilationOptions: Compiling.Library().Options, parseOptions: Compiling.Parse,
            metadataReferences: Compiling.References));
        project = project.AddDocument("GlobalUsings.cs", Compiling.GlobalUsings, filePath: "GlobalUsings.cs").Project;
        for (var i = 0; i < sources.Length; i++)
        {
            project = project.AddDocument($"Input{i}.cs", sources[i], filePath: $"Input{i}.cs").Project;
        }

        return project.Solution;
    }

    private static async Task<Compilation> Generated(Solution solution)
    {
        var compilation = (CSharpCompilation)(await solution.Projects.Single().GetCompilationAsync())!;
        Compiling.Driver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        return output;
    }

    private static async Task<ImmutableArray<Diagnostic>> Reports(Solution solution, string rule) =>
        [.. (await RuleRun.Reports(await Generated(solution), [rule]))
            .Where(d => d.Id == rule)
            .OrderBy(static d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(static d => d.Location.SourceSpan.Start)];

    private static async Task<Diagnostic?> Report(Solution solution, string rule) => (await Reports(solution, rule)).FirstOrDefault();

    // Without places, which change: what is wrong and how often.
    private static async Task<IEnumerable<string>> Errors(Solution solution) =>
        (await Generated(solution)).GetDiagnostics()
            .Where(static d => d.Severity == DiagnosticSeverity.Error)
            .Select(static d => $"{d.Id} {d.GetMessage()}").Distinct();

    private static async Task<IReadOnlyList<CodeAction>> Actions(Solution solution, Diagnostic report)
    {
        var actions = new List<CodeAction>();
        foreach (var fix in Fixes.Where(f => f.FixableDiagnosticIds.Contains(report.Id)))
        {
            await fix.RegisterCodeFixesAsync(new(
                solution.GetDocument(report.Location.SourceTree)!, report, (action, _) => actions.Add(action), CancellationToken.None));
        }

        return actions;
    }

    private static async Task<CodeAction> Action(Solution solution, Diagnostic report, string? title)
    {
        var actions = await Actions(solution, report);
        var action = actions.FirstOrDefault(a => title is null || a.Title == title);
        Assert.That(action, Is.Not.Null, () => $"no fix for: {report}; offered: {string.Join(", ", actions.Select(static a => a.Title))}");
        return action!;
    }

    private static async Task<Solution> Apply(CodeAction action) =>
        (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    private static async Task<Solution> ApplyToAll(Solution solution, string rule, string? title)
    {
        var reports = await Reports(solution, rule);
        var first = await Action(solution, reports[0], title);
        var fix = Fixes.Single(f => f.FixableDiagnosticIds.Contains(rule));
        var context = new FixAllContext(
            solution.GetDocument(reports[0].Location.SourceTree)!, fix, FixAllScope.Solution, first.EquivalenceKey!, [rule],
            new Given(reports), CancellationToken.None);
        return await Apply((await fix.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    private static async Task<IReadOnlyList<string>> Texts(Solution solution)
    {
        var texts = new List<string>();
        foreach (var document in solution.Projects.Single().Documents.Where(static d => d.Name != "GlobalUsings.cs"))
        {
            texts.Add((await document.GetTextAsync()).ToString());
        }

        return texts;
    }

    private sealed class Given(ImmutableArray<Diagnostic> reports) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(reports);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(reports.Where(r => r.Location.SourceTree?.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
