using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes.Editing;

/// <summary>Where types and members are declared, in whatever file.</summary>
internal static class Declarations
{
    /// <summary>The declaration of a symbol that carries its attributes best; null if it is not in source, or generated.</summary>
    public static SyntaxNode? Of(ISymbol symbol, CancellationToken cancellation)
    {
        if (TypeReader.IsGenerated(symbol))
        {
            return null;
        }

        var all = symbol.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).Select(Whole).ToList();
        return all.Find(static d => d is MemberDeclarationSyntax { AttributeLists.Count: > 0 }) ?? all.FirstOrDefault();
    }

    /// <summary>The edits that mark a type with these attributes and declare it partial; none if it is not in source.</summary>
    public static IEnumerable<Edit> Mark(ITypeSymbol type, CancellationToken cancellation, params string[] attributes)
    {
        if (Of(type, cancellation) is not { } declaration)
        {
            return [];
        }

        var mark = new Edit(declaration, n => AttributeEdits.Mark(n, attributes));
        return declaration is TypeDeclarationSyntax open ? [mark, .. ModifierEdits.Open(open)] : [mark];
    }

    /// <summary>A type's base list with one more entry.</summary>
    public static SyntaxNode AddBase(SyntaxNode node, string name, bool first)
    {
        var type = (TypeDeclarationSyntax)node;
        var entry = SyntaxFactory.SimpleBaseType(SyntaxFactory.ParseTypeName(name));
        if (type.BaseList is { } bases)
        {
            return type.WithBaseList(first
                ? bases.WithTypes(SyntaxFactory.SeparatedList<BaseTypeSyntax>(
                    [entry, .. bases.Types],
                    [Comma, .. bases.Types.GetSeparators()]))
                : bases.WithTypes(SyntaxFactory.SeparatedList<BaseTypeSyntax>(
                    [.. bases.Types.Select((t, i) => i == bases.Types.Count - 1 ? t.WithoutTrailingTrivia() : t),
                        entry.WithTrailingTrivia(bases.Types.Last().GetTrailingTrivia())],
                    [.. bases.Types.GetSeparators(), Comma])));
        }

        // What stands behind the name or the parameters, a space or the end of the line, stands behind the base then.
        SyntaxToken last = type.ParameterList is { } parameters ? parameters.CloseParenToken
            : type.TypeParameterList is { } arguments ? arguments.GreaterThanToken
            : type.Identifier;
        var colon = SyntaxFactory.Token(SyntaxKind.ColonToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space);
        var list = SyntaxFactory.BaseList(colon, SyntaxFactory.SingletonSeparatedList<BaseTypeSyntax>(
            entry.WithTrailingTrivia(last.TrailingTrivia)));
        return type.ReplaceToken(last, last.WithTrailingTrivia()).WithBaseList(list);
    }

    private static SyntaxToken Comma => SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);

    // A field is declared by one of the names in its declaration.
    private static SyntaxNode Whole(SyntaxNode node) => node is VariableDeclaratorSyntax
        ? node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node
        : node;
}
