using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hyperactor.CodeFixes;

/// <summary>Accepts the changes of a file, or all of projects: these are read anew as wholes, also what is gone.</summary>
internal sealed class WireLockFixAll : FixAllProvider
{
    /// <summary>The only one.</summary>
    public static readonly WireLockFixAll Instance = new();

    private WireLockFixAll()
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(CodeAction.Create(
        "Accept in Hyperactor.wire.txt",
        cancellation => fixAllContext.Scope == FixAllScope.Document && fixAllContext.Document is { } document
            ? FixAsync(fixAllContext, document)
            : FixAsync(
                fixAllContext,
                fixAllContext.Scope == FixAllScope.Solution ? fixAllContext.Solution.Projects : [fixAllContext.Project],
                cancellation),
        nameof(WireLockFixAll)));

    private static async Task<Solution> FixAsync(FixAllContext context, Document document)
    {
        var reports = await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
        return WireLockFile.Find(document.Project) is { } file
            ? await WireLockFile.AcceptAsync(context.Solution, file, WireLockFile.Keys(reports), context.CancellationToken)
                .ConfigureAwait(false)
            : context.Solution;
    }

    private static async Task<Solution> FixAsync(
        FixAllContext context, IEnumerable<Project> projects, CancellationToken cancellation)
    {
        var solution = context.Solution;
        foreach (var project in projects)
        {
            if (WireLockFile.Find(project) is { } file
                && !(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false)).IsEmpty)
            {
                solution = await WireLockFile.AcceptAsync(solution, file, null, cancellation).ConfigureAwait(false);
            }
        }

        return solution;
    }
}
