using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hyperactor.CodeFixes.Editing;

/// <summary>
/// Corrects all reports at once. Corrections may meet, also in other files: two messages hold one type that must be
/// marked. So their edits are collected first and then made on the same nodes.
/// </summary>
internal sealed class AllFixer : FixAllProvider
{
    public static readonly AllFixer Instance = new();

    private AllFixer()
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var cancellation = fixAllContext.CancellationToken;
        var edits = new List<Edit>();
        foreach (var diagnostic in await ReportsAsync(fixAllContext).ConfigureAwait(false))
        {
            if (fixAllContext.CodeFixProvider is Fixer fixer
                && fixAllContext.Solution.GetDocument(diagnostic.Location.SourceTree) is { } document)
            {
                edits.AddRange(await fixer.EditsAsync(
                    document, diagnostic, fixAllContext.CodeActionEquivalenceKey, cancellation).ConfigureAwait(false));
            }
        }

        return edits.Count == 0
            ? null
            : CodeAction.Create(
                "Correct all", c => Edit.ApplyAsync(fixAllContext.Solution, edits, c), fixAllContext.CodeActionEquivalenceKey);
    }

    private static async Task<IEnumerable<Diagnostic>> ReportsAsync(FixAllContext context)
    {
        if (context is { Scope: FixAllScope.Document, Document: { } document })
        {
            return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
        }

        var reports = new List<Diagnostic>();
        var projects = context.Scope == FixAllScope.Project ? [context.Project] : context.Solution.Projects;
        foreach (var project in projects)
        {
            reports.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        }

        return reports;
    }
}
