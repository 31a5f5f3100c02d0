using System.Composition;
using Hyperactor.CodeFixes.Editing;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes;

/// <summary>Marks a reducer where it is declared.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReducerNameFix)), Shared]
public sealed class ReducerNameFix() : Fixer("HYP2009")
{
    private protected override Task<IReadOnlyList<Offer>> FindAsync(Finding finding, CancellationToken cancellation)
    {
        IReadOnlyList<Offer> offers = [];
        if (finding.Node is TypeSyntax syntax
            && finding.Model.GetTypeInfo(syntax, cancellation).Type is INamedTypeSymbol { Arity: 0 } reducer
            && !PlaceReader.IsGeneric(reducer) && reducer.Access() != Access.Hidden
            && Declarations.Of(reducer, cancellation) is { } declaration)
        {
            offers = [new("named", $"Mark '{reducer.Name}' [Named]", [new(declaration, static n => AttributeEdits.Mark(n, "Named"))])];
        }

        return Task.FromResult(offers);
    }
}
