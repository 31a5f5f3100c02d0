using System.Composition;
using Hyperactor.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes;

/// <summary>Leaves an empty name away: that means the same.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EmptyUriFix)), Shared]
public sealed class EmptyUriFix() : Fixer("HYP2007")
{
    private protected override Task<IReadOnlyList<Offer>> FindAsync(Finding finding, CancellationToken cancellation)
    {
        IReadOnlyList<Offer> offers = finding.Nearest<AttributeSyntax>() is { ArgumentList.Arguments: [var uri] } named
            && finding.Model.GetConstantValue(uri.Expression, cancellation).Value is ""
                ? [new("empty", "Leave the name away", [new(named, static n => ((AttributeSyntax)n).WithArgumentList(null))])]
                : [];
        return Task.FromResult(offers);
    }
}
