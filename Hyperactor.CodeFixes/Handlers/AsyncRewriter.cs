using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes.Handlers;

/// <summary>
/// Makes a method async whose task is there when it returns: what stands in the task is returned, and another task is
/// awaited.
/// </summary>
/// <param name="isGeneric">Whether the task has a result.</param>
/// <param name="last">The last statement of the body, or null.</param>
internal sealed class AsyncRewriter(bool isGeneric, StatementSyntax? last) : CSharpSyntaxRewriter
{
    /// <summary>The method, async; null if that is not mechanical.</summary>
    public static MethodDeclarationSyntax? Rewrite(MethodDeclarationSyntax method, IMethodSymbol symbol)
    {
        if (symbol.ReturnType is not INamedTypeSymbol { Name: "Task" or "ValueTask" } task
            || method.Body is null && method.ExpressionBody is null
            || symbol.Parameters.Any(static p => p.RefKind != RefKind.None)
            || method.DescendantNodes().Any(static n => n is YieldStatementSyntax))
        {
            return null;
        }

        var rewriter = new AsyncRewriter(task.Arity == 1, method.Body?.Statements.LastOrDefault());
        var changed = method.ExpressionBody is { } arrow
            ? method.WithExpressionBody(arrow.WithExpression(rewriter.Result(arrow.Expression) ?? arrow.Expression))
            : method.WithBody((BlockSyntax)rewriter.Visit(method.Body!)!);
        return rewriter._isStuck ? null : WithAsync(changed);
    }

    private bool _isStuck;

    /// <inheritdoc/>
    public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node)
    {
        if (node.Expression is null)
        {
            return node;
        }

        if (isGeneric)
        {
            return Result(node.Expression) is { } value ? node.WithExpression(value) : node;
        }

        if (!IsCompleted(node.Expression))
        {
            // return another; → await another; which is the same only at the end.
            _isStuck |= node != last;
            return SyntaxFactory.ExpressionStatement(HandlerSyntax.Await(node.Expression, node.Expression).WithoutTrivia())
                .WithTriviaFrom(node);
        }

        return node == last && !HasComments(node) && node.Parent is BlockSyntax
            ? null
            : node.WithReturnKeyword(node.ReturnKeyword.WithTrailingTrivia()).WithExpression(null);
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) => node;

    /// <inheritdoc/>
    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) => node;

    /// <inheritdoc/>
    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => node;

    /// <inheritdoc/>
    public override SyntaxNode? VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node) => node;

    // What a task is made of; a task that is not made here is awaited.
    private ExpressionSyntax? Result(ExpressionSyntax task)
    {
        if (!isGeneric)
        {
            return HandlerSyntax.Await(task, task);
        }

        switch (task)
        {
            case ThrowExpressionSyntax:
                return task;
            case ConditionalExpressionSyntax choice:
                return choice.WithWhenTrue(Result(choice.WhenTrue)!).WithWhenFalse(Result(choice.WhenFalse)!);
            case ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var value }], Initializer: null }:
                return value.WithTriviaFrom(task);
            case ObjectCreationExpressionSyntax
            {
                Type: GenericNameSyntax { Identifier.Text: "ValueTask" }, ArgumentList.Arguments: [{ Expression: var value }],
            }:
                return value.WithTriviaFrom(task);
            case InvocationExpressionSyntax
            {
                ArgumentList.Arguments: [{ Expression: var value }],
                Expression: MemberAccessExpressionSyntax
                {
                    Expression: IdentifierNameSyntax { Identifier.Text: "Task" or "ValueTask" }, Name.Identifier.Text: "FromResult",
                },
            }:
                return value.WithTriviaFrom(task);
            case LiteralExpressionSyntax or DefaultExpressionSyntax or BaseObjectCreationExpressionSyntax or SwitchExpressionSyntax:
                _isStuck = true;
                return task;
            default:
                return HandlerSyntax.Await(task, task);
        }
    }

    private static bool IsCompleted(ExpressionSyntax task) =>
        task.IsKind(SyntaxKind.DefaultLiteralExpression)
        || task is DefaultExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.Text: "CompletedTask" };

    private static bool HasComments(SyntaxNode node) =>
        node.GetLeadingTrivia().Concat(node.GetTrailingTrivia()).Any(static t =>
            !t.IsKind(SyntaxKind.WhitespaceTrivia) && !t.IsKind(SyntaxKind.EndOfLineTrivia));

    private static MethodDeclarationSyntax WithAsync(MethodDeclarationSyntax method)
    {
        var keyword = SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (method.Modifiers.Count == 0)
        {
            keyword = keyword.WithLeadingTrivia(method.ReturnType.GetLeadingTrivia());
            return method.WithReturnType(method.ReturnType.WithoutLeadingTrivia()).WithModifiers([keyword]);
        }

        var partial = method.Modifiers.IndexOf(SyntaxKind.PartialKeyword);
        return method.WithModifiers(method.Modifiers.Insert(partial > 0 ? partial : method.Modifiers.Count, keyword));
    }
}
