using System.Collections.Immutable;
using Hyperactor.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Hyperactor.Generators.Tests;

/// <summary>
/// Runs generator and analyzers over a source with a wire lock beside it. Expected reports are marked in both:
/// <c>{|HYP8001:Name|}</c>. A lock is written without its header; the marks of a lock may stand anywhere in the line.
/// </summary>
internal static class WireRun
{
    private const string Path = "/project/Hyperactor.wire.txt";

    /// <summary>What a fresh lock of a source says, without its header.</summary>
    public static async Task<string> Lock(string source) => Body(await Fix("", source, "Accept all changes of the assembly"));

    /// <summary>Requires exactly the marked reports.</summary>
    /// <returns>Their messages, in the order of their places.</returns>
    public static async Task<IReadOnlyList<string>> Check(string markedLock, string markedSource)
    {
        var (text, inLock) = RuleRun.Unmark(Whole(markedLock));
        var (source, expected) = RuleRun.Unmark(markedSource);
        var reports = await Reports(text, source);
        Assert.That(
            reports.Select(static d => $"{d.Id} {(d.Location.IsInSource ? "" : "lock ")}{d.Location.SourceSpan}").Order(StringComparer.Ordinal),
            Is.EqualTo(expected.Concat(inLock.Select(static r => r.Insert(8, "lock "))).Order(StringComparer.Ordinal)),
            () => string.Join('\n', reports));
        return [.. reports.Select(static d => d.GetMessage())];
    }

    /// <summary>Applies a fix to the first report that offers it.</summary>
    /// <returns>The lock afterwards.</returns>
    public static async Task<string> Fix(string @lock, string source, string title = "Accept in Hyperactor.wire.txt")
    {
        var text = Whole(@lock);
        var solution = Open(text, source);
        foreach (var report in await Reports(text, source))
        {
            foreach (var action in (await Actions(solution.Projects.Single(), report)).Where(a => a.Title == title))
            {
                return await Apply(action);
            }
        }

        Assert.Fail($"'{title}' is not offered");
        return "";
    }

    /// <summary>Applies the fix to all reports of a scope.</summary>
    public static async Task<string> FixAll(string @lock, string source, FixAllScope scope)
    {
        var text = Whole(@lock);
        var project = Open(text, source).Projects.Single();
        var document = project.Documents.Single(static d => d.Name == "Input0.cs");
        var fix = FixRun.Fixes.OfType<WireLockFix>().Single();
        var context = new FixAllContext(
            document, fix, scope, "Accept", fix.FixableDiagnosticIds, new Provider(await Reports(text, source)), CancellationToken.None);
        var action = await fix.GetFixAllProvider().GetFixAsync(context);
        return await Apply(action!);
    }

    /// <summary>Our reports, about the lock or not.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Reports(string text, string source)
    {
        var run = GeneratorRun.Of(source);
        return [.. (await RuleRun.Reports(run.Output, text)).OrderBy(static d => d.Location.IsInSource ? 0 : 1).ThenBy(static d => d.Location.SourceSpan.Start)];
    }

    private static string Whole(string @lock) => @lock.Length == 0 || @lock.Contains("hyperactor-wire", StringComparison.Ordinal)
        ? @lock
        : "hyperactor-wire 1\n\n" + @lock;

    private static string Body(string text) => text[(text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..].TrimEnd();

    private static Solution Open(string text, string source)
    {
        var project = new AdhocWorkspace().AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Samples", "Samples", LanguageNames.CSharp,
            compilationOptions: Compiling.Library().Options, parseOptions: Compiling.Parse,
            metadataReferences: Compiling.References));
        project = project.AddDocument("GlobalUsings.cs", Compiling.GlobalUsings, filePath: "GlobalUsings.cs").Project;
        project = project.AddDocument("Input0.cs", source, filePath: "Input0.cs").Project;
        return project.AddAdditionalDocument("Hyperactor.wire.txt", text, filePath: Path).Project.Solution;
    }

    private static async Task<IReadOnlyList<CodeAction>> Actions(Project project, Diagnostic report)
    {
        var actions = new List<CodeAction>();
        foreach (var fix in FixRun.Fixes.Where(f => f.FixableDiagnosticIds.Contains(report.Id)))
        {
            TextDocument document = report.Location.IsInSource
                ? project.Documents.Single(static d => d.Name == "Input0.cs")
                : project.AdditionalDocuments.Single();
            await fix.RegisterCodeFixesAsync(
                new(document, report.Location.SourceSpan, [report], (action, _) => actions.Add(action), CancellationToken.None));
        }

        return actions;
    }

    private static async Task<string> Apply(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await solution.Projects.Single().AdditionalDocuments.Single().GetTextAsync()).ToString();
    }

    /// <summary>A lock as analyzers see it.</summary>
    internal sealed class File(string text) : AdditionalText
    {
        public override string Path => WireRun.Path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Provider(IEnumerable<Diagnostic> reports) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(reports);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(reports.Where(static r => r.Location.IsInSource));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(reports.Where(static r => !r.Location.IsInSource));
    }
}
