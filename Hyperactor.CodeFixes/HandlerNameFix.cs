using System.Composition;
using Hyperactor.CodeFixes.Editing;
using Hyperactor.Generators.Shape;
using Hyperactor.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes;

/// <summary>Names a handler by what it takes, where its method's name is taken.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HandlerNameFix)), Shared]
public sealed class HandlerNameFix() : Fixer(Rules.HYP1003AmbiguousHandlers)
{
    private protected override Task<IReadOnlyList<Offer>> FindAsync(Finding finding, CancellationToken cancellation)
    {
        IReadOnlyList<Offer> offers = [];
        if (finding.Nearest<MethodDeclarationSyntax>() is { } syntax
            && finding.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>() == syntax
            && finding.Model.GetDeclaredSymbol(syntax, cancellation) is { } method
            && HandlerShape.Read(method, null) is { IsExplicit: false } shape)
        {
            var name = Free(method.ContainingType, shape);
            offers = [new("name", $"Name it '{name}'", [new(syntax, n => Rename((MethodDeclarationSyntax)n, name))])];
        }

        return Task.FromResult(offers);
    }

    // Pay(amount, card) is PayCard beside Pay(amount); what is no name of its own is numbered.
    private static string Free(INamedTypeSymbol type, HandlerShape shape)
    {
        var taken = new HashSet<string>(
            type.GetMembers().OfType<IMethodSymbol>().Select(static m => HandlerShape.Read(m, null)?.Name ?? m.Name)
                .Concat(type.GetMembers().Select(static m => m.Name))
                .Concat(type.GetMembers().Where(static m => m.Name.EndsWith("Message", StringComparison.Ordinal))
                    .Select(static m => m.Name.Substring(0, m.Name.Length - "Message".Length))),
            StringComparer.Ordinal);
        var telling = shape.Parameters.Length > 0
            ? shape.Name + Identifiers.Pascal(shape.Parameters[shape.Parameters.Length - 1].Name)
            : null;
        return telling is not null && !taken.Contains(telling) ? telling : Identifiers.Unique(shape.Name + "2", taken);
    }

    private static SyntaxNode Rename(MethodDeclarationSyntax method, string name)
    {
        var argument = SyntaxFactory.ParseAttributeArgumentList($"(Name = {SymbolDisplay.FormatLiteral(name, quote: true)})")!.Arguments[0];
        if (AttributeEdits.Find(method, "Handler") is not { } handler)
        {
            return AttributeEdits.Mark(method, $"Handler(Name = {SymbolDisplay.FormatLiteral(name, quote: true)})");
        }

        var list = handler.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        var old = list.Arguments.FirstOrDefault(static a => a.NameEquals?.Name.Identifier.ValueText == "Name");
        var arguments = old is not null
            ? list.Arguments.Replace(old, argument.WithTriviaFrom(old))
            : SyntaxFactory.SeparatedList(
                [argument, .. list.Arguments],
                Enumerable.Repeat(
                    SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), list.Arguments.Count));
        return method.ReplaceNode(handler, handler.WithArgumentList(list.WithArguments(arguments)));
    }
}
