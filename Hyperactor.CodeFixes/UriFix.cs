using System.Composition;
using Hyperactor.CodeFixes.Editing;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes;

/// <summary>Gives a type a name of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UriFix)), Shared]
public sealed class UriFix() : Fixer(Rules.HYP2002DuplicateUri)
{
    private protected override Task<IReadOnlyList<Offer>> FindAsync(Finding finding, CancellationToken cancellation)
    {
        IReadOnlyList<Offer> offers = [];
        if (finding.Nearest<BaseTypeDeclarationSyntax>() is { } found
            && finding.Model.GetDeclaredSymbol(found, cancellation) is { } type)
        {
            var uri = Other(type);
            offers = type.Ours("Named")?.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax named
                ? [new("uri", $"Name it \"{uri}\"", [new(named, n => ((AttributeSyntax)n).WithArgumentList(Argument(uri)))])]
                : [new("uri", $"Name it \"{uri}\"", [new(found, n => AttributeEdits.Mark(n, "Named" + Argument(uri)))])];
        }

        return Task.FromResult(offers);
    }

    // shop.order becomes shop.OrderLine: the prefix is the user's, and the name of the type tells it apart.
    private static string Other(INamedTypeSymbol type)
    {
        var uri = type.Uri();
        var name = uri.Substring(0, uri.LastIndexOf('.') + 1) + type.Name;
        return name == uri ? uri + "2" : name;
    }

    private static AttributeArgumentListSyntax Argument(string uri) =>
        SyntaxFactory.ParseAttributeArgumentList($"({SymbolDisplay.FormatLiteral(uri, quote: true)})")!;
}
