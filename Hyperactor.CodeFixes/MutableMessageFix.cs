using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes;

/// <summary>Makes the setter of a message an <c>init</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MutableMessageFix)), Shared]
public sealed class MutableMessageFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["HYP7006"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span) is not PropertyDeclarationSyntax { AccessorList.Accessors: { } accessors }
            || accessors.FirstOrDefault(static a => a.IsKind(SyntaxKind.SetAccessorDeclaration)) is not { } setter)
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                "Write 'init'", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(setter, Init(setter)))),
                nameof(MutableMessageFix)),
            context.Diagnostics);
    }

    private static AccessorDeclarationSyntax Init(AccessorDeclarationSyntax setter) =>
        SyntaxFactory.AccessorDeclaration(
            SyntaxKind.InitAccessorDeclaration, setter.AttributeLists, setter.Modifiers,
            SyntaxFactory.Token(SyntaxKind.InitKeyword).WithTriviaFrom(setter.Keyword),
            setter.Body, setter.ExpressionBody, setter.SemicolonToken);
}
