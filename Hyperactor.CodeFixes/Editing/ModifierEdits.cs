using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes.Editing;

/// <summary>Words before declarations.</summary>
internal static class ModifierEdits
{
    private static readonly SyntaxKind[] Visibility =
        [SyntaxKind.PublicKeyword, SyntaxKind.PrivateKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.InternalKeyword];

    /// <summary>Declares a type partial, and the types around it.</summary>
    public static IEnumerable<Edit> Open(TypeDeclarationSyntax type) =>
        type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>()
            .Where(static t => !t.Modifiers.Any(SyntaxKind.PartialKeyword))
            .Select(static t => new Edit(t, static node => Append((MemberDeclarationSyntax)node, SyntaxKind.PartialKeyword)));

    /// <summary>Puts a word behind the others, or before <c>partial</c>, which has to be the last.</summary>
    public static MemberDeclarationSyntax Append(MemberDeclarationSyntax member, SyntaxKind word)
    {
        var partial = member.Modifiers.IndexOf(SyntaxKind.PartialKeyword);
        return member.Modifiers.Any(word) ? member
            : Insert(member, word, partial >= 0 ? partial : member.Modifiers.Count);
    }

    /// <summary>Takes a word away.</summary>
    public static MemberDeclarationSyntax Remove(MemberDeclarationSyntax member, SyntaxKind word)
    {
        var index = member.Modifiers.IndexOf(word);
        if (index < 0)
        {
            return member;
        }

        // What stands before the word, indentation and comments, stays before what follows.
        var token = member.Modifiers[index];
        var next = token.GetNextToken();
        var without = member.ReplaceToken(next, next.WithLeadingTrivia(token.LeadingTrivia));
        return without.WithModifiers(without.Modifiers.RemoveAt(index));
    }

    /// <summary>Makes a member visible from here, and from nowhere else.</summary>
    public static MemberDeclarationSyntax See(MemberDeclarationSyntax member, SyntaxKind word)
    {
        var first = member.Modifiers.FirstOrDefault(static t => Visibility.Contains(t.Kind()));
        return first.IsKind(SyntaxKind.None)
            ? Insert(member, word, 0)
            : member.WithModifiers(SyntaxFactory.TokenList(
                from token in member.Modifiers
                where token == first || !Visibility.Contains(token.Kind())
                select token == first ? SyntaxFactory.Token(word).WithTriviaFrom(token) : token));
    }

    private static MemberDeclarationSyntax Insert(MemberDeclarationSyntax member, SyntaxKind word, int index)
    {
        var token = SyntaxFactory.Token(word).WithTrailingTrivia(SyntaxFactory.Space);
        var next = index < member.Modifiers.Count ? member.Modifiers[index] : First(member);
        var bare = member.ReplaceToken(next, next.WithLeadingTrivia());
        return bare.WithModifiers(bare.Modifiers.Insert(index, token.WithLeadingTrivia(next.LeadingTrivia)));
    }

    // What stands behind attributes and modifiers.
    private static SyntaxToken First(MemberDeclarationSyntax member) => member switch
    {
        TypeDeclarationSyntax type => type.Keyword,
        ConstructorDeclarationSyntax constructor => constructor.Identifier,
        MethodDeclarationSyntax method => method.ReturnType.GetFirstToken(),
        BasePropertyDeclarationSyntax property => property.Type.GetFirstToken(),
        _ => member.GetFirstToken(),
    };
}
