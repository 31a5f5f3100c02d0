using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes;

/// <summary>Declares a receiver, a client, a proc or a world with <c>using</c>, or with <c>await using</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NotDisposedFix)), Shared]
public sealed class NotDisposedFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["HYP7002"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span) is not VariableDeclaratorSyntax
            {
                Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement },
            } declarator
            || statement.Parent is not (BlockSyntax or GlobalStatementSyntax) || !statement.UsingKeyword.IsKind(SyntaxKind.None)
            || model?.GetDeclaredSymbol(declarator, context.CancellationToken) is not ILocalSymbol { Type: { } type })
        {
            return;
        }

        // One that is disposed without waiting needs no async method around it.
        var isSync = type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_IDisposable)
            || type.SpecialType == SpecialType.System_IDisposable;
        var isAsync = type.AllInterfaces.Any(static i => i.Name == "IAsyncDisposable");
        if (!isSync && !(isAsync && CanAwait(statement)))
        {
            return;
        }

        var title = isSync ? "Declare it with 'using'" : "Declare it with 'await using'";
        context.RegisterCodeFix(
            CodeAction.Create(
                title,
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(statement, With(statement, isSync)))),
                nameof(NotDisposedFix)),
            context.Diagnostics);
    }

    private static LocalDeclarationStatementSyntax With(LocalDeclarationStatementSyntax statement, bool isSync)
    {
        var trivia = statement.GetLeadingTrivia();
        var bare = statement.WithLeadingTrivia();
        var result = bare.WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space));
        if (!isSync)
        {
            result = result.WithAwaitKeyword(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space));
        }

        return result.WithLeadingTrivia(trivia);
    }

    private static bool CanAwait(SyntaxNode statement)
    {
        foreach (var ancestor in statement.Ancestors())
        {
            switch (ancestor)
            {
                case GlobalStatementSyntax: return true;
                case MethodDeclarationSyntax method: return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax local: return local.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case AnonymousFunctionExpressionSyntax lambda: return lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LockStatementSyntax: return false;
            }
        }

        return false;
    }
}
