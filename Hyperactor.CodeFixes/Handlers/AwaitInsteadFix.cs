using System.Collections.Immutable;
using System.Composition;
using Hyperactor.Analyzers.Handlers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes.Handlers;

/// <summary>Awaits a task that a handler blocks on, and makes the handler async if that is mechanical.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitInsteadFix)), Shared]
public sealed class AwaitInsteadFix : CodeFixProvider
{
    private const string Title = "Await the task";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [HandlerDescriptors.BlocksId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null || HandlerSyntax.Reported(root.FindNode(context.Span, getInnermostNodeForTie: true)) is not { } blocking
            || Awaitable(blocking) is not { } task
            || HandlerSyntax.Function(blocking) is not { } function || !HandlerSyntax.CanAwait(blocking, function))
        {
            return;
        }

        var wait = HandlerSyntax.Await(task, blocking);
        if (HandlerSyntax.IsAsync(function))
        {
            Register(context, context.Document.With(root, blocking, wait));
        }
        else if (function is MethodDeclarationSyntax method && model.GetDeclaredSymbol(method, context.CancellationToken) is { } symbol
            && AsyncRewriter.Rewrite(method.ReplaceNode(blocking, wait), symbol) is { } changed)
        {
            Register(context, context.Document.With(root, method, changed));
        }
    }

    private static void Register(CodeFixContext context, Document changed) => context.RegisterCodeFix(
        CodeAction.Create(Title, _ => Task.FromResult(changed), nameof(AwaitInsteadFix)), context.Diagnostics);

    // The task behind x.Result, x.Wait(), x.GetAwaiter().GetResult() and Task.WaitAll(…).
    private static ExpressionSyntax? Awaitable(ExpressionSyntax blocking) => blocking switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.Text: "Result" } access => Bare(access.Expression),
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax access } =>
            access.Name.Identifier.Text switch
            {
                "Wait" => Bare(access.Expression),
                "GetResult" when access.Expression is InvocationExpressionSyntax
                {
                    ArgumentList.Arguments.Count: 0,
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "GetAwaiter" } awaiter,
                } => Bare(awaiter.Expression),
                _ => null,
            },
        InvocationExpressionSyntax
        {
            Parent: ExpressionStatementSyntax, ArgumentList.Arguments.Count: 1,
            Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "WaitAll", Expression: IdentifierNameSyntax { Identifier.Text: "Task" } } all,
        } call => call.WithExpression(all.WithName(SyntaxFactory.IdentifierName("WhenAll"))),
        _ => null,
    };

    // One awaits a ValueTask as it is, and without leaving the actor.
    private static ExpressionSyntax Bare(ExpressionSyntax task)
    {
        while (task is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call
            && (access.Name.Identifier.Text == "AsTask" && call.ArgumentList.Arguments.Count == 0
                || access.Name.Identifier.Text == "ConfigureAwait" && call.ArgumentList.Arguments.Count == 1))
        {
            task = access.Expression;
        }

        return task is ParenthesizedExpressionSyntax { Expression: InvocationExpressionSyntax inner } ? inner : task;
    }
}
