using System.Composition;
using Hyperactor.CodeFixes.Editing;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes;

/// <summary>Exports a protocol that an actor implements.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExportProtocolFix)), Shared]
public sealed class ExportProtocolFix() : Fixer("HYP1012")
{
    private protected override async Task<IReadOnlyList<Offer>> FindAsync(Finding finding, CancellationToken cancellation)
    {
        if (finding.Nearest<ClassDeclarationSyntax>() is not { } syntax
            || finding.Model.GetDeclaredSymbol(syntax, cancellation) is not { } type
            || type.Ours("Export")?.ApplicationSyntaxReference is not { } reference
            || await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) is not AttributeSyntax export)
        {
            return [];
        }

        // As the base list writes it, so that it needs no other using.
        return
        [
            .. from entry in syntax.BaseList?.Types ?? default
               where finding.Model.GetTypeInfo(entry.Type, cancellation).Type is INamedTypeSymbol { TypeKind: TypeKind.Interface } protocol
                   && protocol.Has("Handler") && finding.Report.GetMessage().Contains($"'{protocol.Name}'")
               select new Offer(
                   "export", $"Export '{entry.Type}'", [new(export, n => With((AttributeSyntax)n, entry.Type.WithoutTrivia()))]),
        ];
    }

    // Protocols stand before Spawn, behind those that are there.
    private static AttributeSyntax With(AttributeSyntax export, TypeSyntax protocol)
    {
        var argument = SyntaxFactory.AttributeArgument(SyntaxFactory.TypeOfExpression(protocol));
        if (export.ArgumentList is not { Arguments.Count: > 0 } list)
        {
            return export.WithArgumentList(SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(argument)));
        }

        var index = list.Arguments.TakeWhile(static a => a.NameEquals is null).Count();
        var arguments = list.Arguments.ToList();
        arguments.Insert(index, argument);
        var separators = list.Arguments.GetSeparators().ToList();
        separators.Insert(
            Math.Min(index, separators.Count), SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
        return export.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList(arguments, separators)));
    }
}
