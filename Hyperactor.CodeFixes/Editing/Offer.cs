using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace Hyperactor.CodeFixes.Editing;

/// <summary>A change of one node, whatever else has been changed in it.</summary>
/// <param name="Node">The node as it stands in the document.</param>
/// <param name="Change">Makes another one of what has become of it.</param>
internal sealed record Edit(SyntaxNode Node, Func<SyntaxNode, SyntaxNode> Change)
{
    /// <summary>Makes all changes in all documents that they touch.</summary>
    public static async Task<Solution> ApplyAsync(
        Solution solution, IEnumerable<Edit> edits, CancellationToken cancellation)
    {
        var editor = new SolutionEditor(solution);
        foreach (var edit in edits)
        {
            if (solution.GetDocument(edit.Node.SyntaxTree) is { } document)
            {
                var part = await editor.GetDocumentEditorAsync(document.Id, cancellation).ConfigureAwait(false);
                part.ReplaceNode(edit.Node, (node, _) => edit.Change(node));
            }
        }

        return editor.GetChangedSolution();
    }
}

/// <summary>One way to correct what a rule reports.</summary>
/// <param name="Key">What is the same for all reports that are corrected in this way.</param>
/// <param name="Title">What the user reads.</param>
/// <param name="Edits">What is done.</param>
internal sealed record Offer(string Key, string Title, IReadOnlyList<Edit> Edits);

/// <summary>A report of a rule, and where it is.</summary>
/// <param name="Document">The document.</param>
/// <param name="Model">What its text means.</param>
/// <param name="Node">The node that is reported.</param>
/// <param name="Report">The report.</param>
internal sealed record Finding(Document Document, SemanticModel Model, SyntaxNode Node, Diagnostic Report)
{
    /// <summary>The node itself or the nearest one around it that is of this kind.</summary>
    public T? Nearest<T>()
        where T : SyntaxNode => Node.FirstAncestorOrSelf<T>();
}
