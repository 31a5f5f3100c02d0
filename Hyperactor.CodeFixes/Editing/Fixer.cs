using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hyperactor.CodeFixes.Editing;

/// <summary>Offers corrections of what one rule reports, for one report or for all.</summary>
/// <param name="rule">The rule.</param>
public abstract class Fixer(string rule) : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [rule];

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => AllFixer.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var offers = await OffersAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false);
            foreach (var offer in offers)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        offer.Title,
                        cancellation => Edit.ApplyAsync(context.Document.Project.Solution, offer.Edits, cancellation),
                        $"{rule} {offer.Key}"),
                    diagnostic);
            }
        }
    }

    /// <summary>The ways to correct what is reported, the best first.</summary>
    internal async Task<IReadOnlyList<Offer>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var span = diagnostic.Location.SourceSpan;
        if (diagnostic.Id != rule || root is null || model is null || !root.FullSpan.Contains(span))
        {
            return [];
        }

        var node = root.FindNode(span, getInnermostNodeForTie: true);
        return await FindAsync(new(document, model, node, diagnostic), cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// The edits of the way with this key; none if there is no such way. Without a key, those of the best way: that is how
    /// <c>dotnet format</c> asks when it corrects several rules.
    /// </summary>
    internal async Task<IReadOnlyList<Edit>> EditsAsync(
        Document document, Diagnostic diagnostic, string? key, CancellationToken cancellation)
    {
        var offers = await OffersAsync(document, diagnostic, cancellation).ConfigureAwait(false);
        return offers.FirstOrDefault(o => key is null || $"{rule} {o.Key}" == key)?.Edits ?? [];
    }

    /// <summary>Finds the ways to correct what is reported, the best first. Only what can be done is offered.</summary>
    private protected abstract Task<IReadOnlyList<Offer>> FindAsync(Finding finding, CancellationToken cancellation);
}
