using System.Composition;
using Hyperactor.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes;

/// <summary>Takes marks away that do nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkFix)), Shared]
public sealed class MarkFix() : Fixer("HYP2006")
{
    private protected override Task<IReadOnlyList<Offer>> FindAsync(Finding finding, CancellationToken cancellation)
    {
        IReadOnlyList<Offer> offers = [];
        if (finding.Nearest<AttributeSyntax>() is { } mark && AttributeEdits.Declaration(mark) is { } declaration)
        {
            offers = AttributeEdits.Name(mark) == "Include"
                ? [new("include", "Remove [Include]", [new(declaration, static n => AttributeEdits.Unmark(n, "Include"))])]
                :
                [
                    new("bind", "Remove [Bind] and [Unbind]",
                        [new(declaration, static n => AttributeEdits.Unmark(AttributeEdits.Unmark(n, "Bind"), "Unbind"))]),
                ];
        }

        return Task.FromResult(offers);
    }
}
