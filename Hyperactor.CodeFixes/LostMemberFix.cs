using System.Composition;
using Hyperactor.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes;

/// <summary>Lets a property be set when its message is read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LostMemberFix)), Shared]
public sealed class LostMemberFix() : Fixer("HYP2008")
{
    private protected override Task<IReadOnlyList<Offer>> FindAsync(Finding finding, CancellationToken cancellation)
    {
        IReadOnlyList<Offer> offers = finding.Nearest<PropertyDeclarationSyntax>() is { AccessorList.Accessors.Count: 1 } property
            ? [new("init", "Give it an init accessor", [new(property, static n => WithInit((PropertyDeclarationSyntax)n))])]
            : [];
        return Task.FromResult(offers);
    }

    private static PropertyDeclarationSyntax WithInit(PropertyDeclarationSyntax property)
    {
        var get = property.AccessorList!.Accessors[0];
        var init = SyntaxFactory.AccessorDeclaration(SyntaxKind.InitAccessorDeclaration)
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            .WithTrailingTrivia(get.GetTrailingTrivia());
        return property.WithAccessorList(property.AccessorList.WithAccessors(
            SyntaxFactory.List([get.WithTrailingTrivia(SyntaxFactory.Space), init])));
    }
}
