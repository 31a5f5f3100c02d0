using System.Composition;
using Hyperactor.Analyzers.Handlers;
using Hyperactor.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes.Handlers;

/// <summary>Awaits a task that a handler blocks on, and makes the handler async if that is mechanical.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitInsteadFix)), Shared]
public sealed class AwaitInsteadFix() : Fixer(HandlerDescriptors.BlocksId)
{
    private protected override Task<IReadOnlyList<Offer>> FindAsync(Finding finding, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Offer>>(
            Edits(finding, cancellation) is { } edits ? [new("await", "Await the task", edits)] : []);

    private static List<Edit>? Edits(Finding finding, CancellationToken cancellation)
    {
        if (HandlerSyntax.Reported(finding.Node) is not { } blocking || Awaitable(blocking) is null
            || blocking is InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } and not { Parent: ExpressionStatementSyntax }
            || HandlerSyntax.Function(blocking) is not { } function || !HandlerSyntax.CanAwait(blocking, function))
        {
            return null;
        }

        var isOperand = HandlerSyntax.IsOperand(blocking);
        var wait = new Edit(blocking, n => HandlerSyntax.Await(Awaitable((ExpressionSyntax)n)!, n, isOperand));
        if (HandlerSyntax.IsAsync(function))
        {
            return [wait];
        }

        // The method may have become async meanwhile, by another report in it.
        return function is MethodDeclarationSyntax method
            && finding.Model.GetDeclaredSymbol(method, cancellation) is { } symbol
            && AsyncRewriter.Rewrite(method, symbol) is not null
                ? [wait, new(method, n => HandlerSyntax.IsAsync(n) ? n : AsyncRewriter.Rewrite((MethodDeclarationSyntax)n, symbol)!)]
                : null;
    }

    // The task behind x.Result, x.Wait(), x.GetAwaiter().GetResult() and Task.WaitAll(…).
    private static ExpressionSyntax? Awaitable(ExpressionSyntax blocking) => blocking switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.Text: "Result" } access => Bare(access.Expression),
        InvocationExpressionSyntax
        {
            ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Wait" } access,
        } => Bare(access.Expression),
        InvocationExpressionSyntax
        {
            ArgumentList.Arguments.Count: 0,
            Expression: MemberAccessExpressionSyntax
            {
                Name.Identifier.Text: "GetResult",
                Expression: InvocationExpressionSyntax
                {
                    ArgumentList.Arguments.Count: 0,
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "GetAwaiter" } awaiter,
                },
            },
        } => Bare(awaiter.Expression),
        InvocationExpressionSyntax
        {
            ArgumentList.Arguments.Count: 1,
            Expression: MemberAccessExpressionSyntax
            {
                Name.Identifier.Text: "WaitAll", Expression: IdentifierNameSyntax { Identifier.Text: "Task" },
            } all,
        } call => call.WithExpression(all.WithName(SyntaxFactory.IdentifierName("WhenAll"))),
        _ => null,
    };

    // One awaits a ValueTask as it is, and without leaving the actor.
    private static ExpressionSyntax Bare(ExpressionSyntax task)
    {
        while (task is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call
            && (access.Name.Identifier.Text, call.ArgumentList.Arguments.Count) is ("AsTask", 0) or ("ConfigureAwait", 1))
        {
            task = access.Expression;
        }

        return task;
    }
}
