using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes.Handlers;

/// <summary>What the fixes of handlers ask of the code around a report.</summary>
internal static class HandlerSyntax
{
    /// <summary>The call, the property or the creation whose name is reported.</summary>
    public static ExpressionSyntax? Reported(SyntaxNode node)
    {
        // The name of a static member is reported with its type, that of an instance member alone.
        var expression = node as ExpressionSyntax;
        if (expression?.Parent is MemberAccessExpressionSyntax access && access.Name == expression)
        {
            expression = access;
        }

        return expression?.Parent switch
        {
            InvocationExpressionSyntax call when call.Expression == expression => call,
            ObjectCreationExpressionSyntax creation when creation.Type == expression => creation,
            _ => expression,
        };
    }

    /// <summary>The method, local function or lambda that a node is in.</summary>
    public static SyntaxNode? Function(SyntaxNode node) => node.Ancestors().FirstOrDefault(static a =>
        a is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax
            or AccessorDeclarationSyntax or PropertyDeclarationSyntax);

    /// <summary>Whether a function is async.</summary>
    public static bool IsAsync(SyntaxNode? function) => function switch
    {
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        _ => false,
    };

    /// <summary>Whether the language lets one await at a node, if its function is async.</summary>
    public static bool CanAwait(SyntaxNode node, SyntaxNode function) =>
        !node.Ancestors().TakeWhile(a => a != function).Any(static a =>
            a is LockStatementSyntax or CatchFilterClauseSyntax or QueryExpressionSyntax
                or UnsafeStatementSyntax or FixedStatementSyntax);

    /// <summary>How the context is called at a node, or null if there is none.</summary>
    public static string? ContextAt(SemanticModel model, SyntaxNode node)
    {
        var isClosed = node.Ancestors().Any(static a => a switch
        {
            LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.StaticKeyword),
            AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.StaticKeyword),
            _ => false,
        });
        return isClosed
            ? null
            : model.LookupSymbols(node.SpanStart).OfType<IParameterSymbol>()
                .FirstOrDefault(static p => p.Type.IsHyperactor("Context"))?.Name;
    }

    /// <summary>A type's name where it is used: short where it is known.</summary>
    public static string NameAt(SemanticModel model, int position, string @namespace, string type) =>
        model.LookupNamespacesAndTypes(position, name: type).IsEmpty ? $"{@namespace}.{type}" : type;

    /// <summary>An expression that awaits, in the place of another one.</summary>
    /// <param name="task">What is awaited.</param>
    /// <param name="replaced">What stands there now.</param>
    /// <param name="isOperand">Whether it needs brackets: something binds more tightly to it.</param>
    public static ExpressionSyntax Await(ExpressionSyntax task, SyntaxNode replaced, bool isOperand = false)
    {
        ExpressionSyntax wait = SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), task.WithoutTrivia());
        return (isOperand ? SyntaxFactory.ParenthesizedExpression(wait) : wait).WithTriviaFrom(replaced);
    }

    /// <summary>Whether something binds more tightly to a node than an <c>await</c> would.</summary>
    public static bool IsOperand(SyntaxNode node) => node.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == node,
        ElementAccessExpressionSyntax access => access.Expression == node,
        ConditionalAccessExpressionSyntax access => access.Expression == node,
        InvocationExpressionSyntax or PostfixUnaryExpressionSyntax => true,
        _ => false,
    };
}
