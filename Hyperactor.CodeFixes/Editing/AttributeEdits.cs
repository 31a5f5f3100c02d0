using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes.Editing;

/// <summary>Attributes put on declarations and taken off.</summary>
internal static class AttributeEdits
{
    /// <summary>Marks a declaration with those of these attributes that it does not have.</summary>
    /// <param name="declaration">A member, a type or a parameter.</param>
    /// <param name="attributes">The attributes as they are written, such as <c>Named</c>.</param>
    public static SyntaxNode Mark(SyntaxNode declaration, params string[] attributes)
    {
        var wanted = attributes.Where(a => Find(declaration, a) is null).Select(Parse).ToList();
        if (wanted.Count == 0)
        {
            return declaration;
        }

        var lists = Lists(declaration);
        var ours = lists.FirstOrDefault(static l => l.Target is null && l.Attributes.Any(static a => IsOurs(a)));
        return ours is null
            ? Begin(declaration, lists, SyntaxFactory.AttributeList(Join(wanted)))
            : With(declaration, lists.Replace(ours, ours.WithAttributes(Join([.. ours.Attributes, .. wanted]))));
    }

    /// <summary>Takes an attribute off a declaration.</summary>
    public static SyntaxNode Unmark(SyntaxNode declaration, string attribute)
    {
        if (Find(declaration, attribute) is not { Parent: AttributeListSyntax list } found)
        {
            return declaration;
        }

        var lists = Lists(declaration);
        return list.Attributes.Count > 1
            ? With(declaration, lists.Replace(list, list.WithAttributes(Join([.. list.Attributes.Where(a => a != found)]))))
            : With(declaration, lists.Remove(list)).WithLeadingTrivia(declaration.GetLeadingTrivia());
    }

    /// <summary>The attribute of this name on a declaration.</summary>
    public static AttributeSyntax? Find(SyntaxNode declaration, string attribute) =>
        Lists(declaration).SelectMany(static l => l.Attributes).FirstOrDefault(a => Name(a) == attribute);

    /// <summary>The declaration that an attribute stands on.</summary>
    public static SyntaxNode? Declaration(AttributeSyntax attribute) => attribute.Parent?.Parent;

    /// <summary>The name of an attribute, without namespace and suffix.</summary>
    public static string Name(AttributeSyntax attribute)
    {
        var name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return name.EndsWith("Attribute", StringComparison.Ordinal)
            ? name.Substring(0, name.Length - "Attribute".Length)
            : name;
    }

    private static bool IsOurs(AttributeSyntax attribute) =>
        Name(attribute) is "Named" or "Export" or "Bind" or "Unbind" or "Handler" or "Include" or "DeclareAttrs";

    private static AttributeSyntax Parse(string text) =>
        SyntaxFactory.ParseCompilationUnit($"[{text}] class C;").Members[0].AttributeLists[0].Attributes[0].WithoutTrivia();

    private static SeparatedSyntaxList<AttributeSyntax> Join(List<AttributeSyntax> attributes) =>
        SyntaxFactory.SeparatedList(
            attributes,
            Enumerable.Repeat(
                SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), attributes.Count - 1));

    // Beside a parameter, above anything else, in the indentation of what it stands on.
    private static SyntaxNode Begin(
        SyntaxNode declaration, SyntaxList<AttributeListSyntax> lists, AttributeListSyntax list)
    {
        var leading = declaration.GetLeadingTrivia();
        if (declaration is ParameterSyntax)
        {
            return With(
                declaration.WithoutLeadingTrivia(),
                Lists(declaration.WithoutLeadingTrivia()).Insert(0, list.WithTrailingTrivia(SyntaxFactory.Space)))
                .WithLeadingTrivia(leading);
        }

        var indentation = leading.Count > 0 && leading[leading.Count - 1] is var last && last.IsKind(SyntaxKind.WhitespaceTrivia)
            ? SyntaxFactory.TriviaList(last)
            : SyntaxFactory.TriviaList();
        var bare = declaration.WithLeadingTrivia(indentation);
        return With(bare, Lists(bare).Insert(0, list.WithLeadingTrivia(leading).WithTrailingTrivia(EndOfLine(declaration))));
    }

    private static SyntaxTrivia EndOfLine(SyntaxNode node)
    {
        var all = node.SyntaxTree.GetRoot().DescendantTrivia();
        var first = all.FirstOrDefault(static t => t.IsKind(SyntaxKind.EndOfLineTrivia));
        return first.IsKind(SyntaxKind.EndOfLineTrivia) ? first : SyntaxFactory.EndOfLine("\n");
    }

    private static SyntaxList<AttributeListSyntax> Lists(SyntaxNode declaration) => declaration switch
    {
        MemberDeclarationSyntax member => member.AttributeLists,
        ParameterSyntax parameter => parameter.AttributeLists,
        LocalFunctionStatementSyntax function => function.AttributeLists,
        _ => default,
    };

    private static SyntaxNode With(SyntaxNode declaration, SyntaxList<AttributeListSyntax> lists) => declaration switch
    {
        MemberDeclarationSyntax member => member.WithAttributeLists(lists),
        ParameterSyntax parameter => parameter.WithAttributeLists(lists),
        LocalFunctionStatementSyntax function => function.WithAttributeLists(lists),
        _ => declaration,
    };
}
