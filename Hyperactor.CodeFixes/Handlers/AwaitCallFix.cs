using System.Composition;
using Hyperactor.Analyzers.Handlers;
using Hyperactor.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes.Handlers;

/// <summary>Awaits a call whose task is dropped, where the function is async.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitCallFix)), Shared]
public sealed class AwaitCallFix() : Fixer(HandlerDescriptors.NotAwaitedId)
{
    private protected override Task<IReadOnlyList<Offer>> FindAsync(Finding finding, CancellationToken cancellation)
    {
        var isFixable = HandlerSyntax.Reported(finding.Node) is InvocationExpressionSyntax call
            && call.FirstAncestorOrSelf<ExpressionStatementSyntax>() is { } statement
            && (call == statement.Expression || (statement.Expression as AssignmentExpressionSyntax)?.Right == call)
            && HandlerSyntax.Function(statement) is { } function
            && HandlerSyntax.IsAsync(function) && HandlerSyntax.CanAwait(statement, function);
        return Task.FromResult<IReadOnlyList<Offer>>(!isFixable
            ? []
            : [new("await", "Await the call", [new(finding.Nearest<ExpressionStatementSyntax>()!.Expression, Awaited)])]);
    }

    private static ExpressionSyntax Awaited(SyntaxNode dropped) => HandlerSyntax.Await(
        dropped is AssignmentExpressionSyntax discard ? discard.Right : (ExpressionSyntax)dropped, dropped);
}
