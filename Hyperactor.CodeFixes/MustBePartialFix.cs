using System.Composition;
using Hyperactor.CodeFixes.Editing;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes;

/// <summary>Declares a type partial, and the types around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MustBePartialFix)), Shared]
public sealed class MustBePartialFix() : Fixer(Rules.HYP1001MustBePartial)
{
    private protected override Task<IReadOnlyList<Offer>> FindAsync(Finding finding, CancellationToken cancellation)
    {
        IReadOnlyList<Offer> offers = finding.Nearest<TypeDeclarationSyntax>() is { } type
            ? [new("partial", "Declare it partial", [.. ModifierEdits.Open(type)])]
            : [];
        return Task.FromResult(offers);
    }
}
