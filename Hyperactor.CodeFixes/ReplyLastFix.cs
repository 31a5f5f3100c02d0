using System.Collections.Immutable;
using System.Composition;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes;

/// <summary>Moves the reply of a message to the end: of its parameters, or of its properties.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplyLastFix)), Shared]
public sealed class ReplyLastFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.HYP1007Reply];

    // Two moves in one declaration would be two replies, which is another mistake.
    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || Move(root.FindNode(context.Span)) is not { } move)
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                "Move the reply to the end",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(move.Old, move.New))),
                nameof(ReplyLastFix)),
            context.Diagnostics);
    }

    private static (SyntaxNode Old, SyntaxNode New)? Move(SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<ParameterSyntax>() is { Parent: ParameterListSyntax list } parameter)
        {
            // What is wrong is said of the parameter; a type that also has properties would not be right afterwards.
            return list.Parent is RecordDeclarationSyntax record && IsOnly(record, parameter.AttributeLists, parameter.Type)
                && !record.Members.OfType<PropertyDeclarationSyntax>().Any(IsWritten)
                    ? (list, Last(list, parameter))
                    : null;
        }

        return node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { Parent: TypeDeclarationSyntax type } property
            && IsOnly(type, property.AttributeLists, property.Type)
                ? (type, Last(type, property))
                : null;
    }

    // Types and separators stay in their places with the blanks and comments around them; only the parameters move.
    private static ParameterListSyntax Last(ParameterListSyntax list, ParameterSyntax reply)
    {
        var places = list.Parameters;
        var moved = places.Remove(reply).Add(reply);
        return list.WithParameters(
            Microsoft.CodeAnalysis.CSharp.SyntaxFactory.SeparatedList(
                moved.Select((p, i) => p.WithTriviaFrom(places[i])), places.GetSeparators()));
    }

    private static TypeDeclarationSyntax Last(TypeDeclarationSyntax type, PropertyDeclarationSyntax reply)
    {
        var places = type.Members;
        var last = places.LastIndexOf(static m => m is PropertyDeclarationSyntax or FieldDeclarationSyntax);
        var from = places.IndexOf(reply);
        if (last <= from)
        {
            return type;
        }

        // The first member of a type has no empty line before it, and the one that moves would bring none.
        var next = places[from + 1];
        var moved = reply.WithLeadingTrivia(from == 0 ? next.GetLeadingTrivia() : reply.GetLeadingTrivia());
        var members = places.Replace(next, from == 0 ? next.WithLeadingTrivia(reply.GetLeadingTrivia()) : next);
        return type.WithMembers(members.RemoveAt(from).Insert(last, moved));
    }

    private static bool IsOnly(TypeDeclarationSyntax type, IEnumerable<AttributeListSyntax> lists, TypeSyntax? of) =>
        of is GenericNameSyntax { Identifier.ValueText: "OncePortRef" }
        && IsMarked(lists)
        && type.DescendantNodes(n => n == type || n is not TypeDeclarationSyntax).OfType<AttributeSyntax>().Count(IsReply) == 1;

    private static bool IsMarked(IEnumerable<AttributeListSyntax> lists) =>
        lists.SelectMany(static l => l.Attributes).Any(IsReply);

    private static bool IsReply(AttributeSyntax attribute) =>
        attribute.Name.ToString() is "Reply" or "ReplyAttribute" or "Hyperactor.Reply" or "Hyperactor.ReplyAttribute";

    private static bool IsWritten(PropertyDeclarationSyntax property) => property.AccessorList is not null;
}
