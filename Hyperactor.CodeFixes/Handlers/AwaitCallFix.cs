using System.Collections.Immutable;
using System.Composition;
using Hyperactor.Analyzers.Handlers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes.Handlers;

/// <summary>Awaits a call whose task is dropped, where the function is async.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitCallFix)), Shared]
public sealed class AwaitCallFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [HandlerDescriptors.NotAwaitedId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null
            || HandlerSyntax.Reported(root.FindNode(context.Span, getInnermostNodeForTie: true)) is not InvocationExpressionSyntax call
            || call.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { } statement
            || call != statement.Expression && (statement.Expression as AssignmentExpressionSyntax)?.Right != call
            || HandlerSyntax.Function(statement) is not { } function
            || !HandlerSyntax.IsAsync(function) || !HandlerSyntax.CanAwait(statement, function))
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                "Await the call",
                _ => Task.FromResult(context.Document.With(
                    root, statement.Expression, HandlerSyntax.Await(call.WithoutLeadingTrivia(), statement.Expression))),
                nameof(AwaitCallFix)),
            context.Diagnostics);
    }
}
