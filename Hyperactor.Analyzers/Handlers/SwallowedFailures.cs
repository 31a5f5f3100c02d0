using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Handlers;

/// <summary>HYP6010: a catch of everything that does nothing, around an await.</summary>
internal static class SwallowedFailures
{
    /// <summary>The report on a catch clause.</summary>
    public static Diagnostic? Check(ICatchClauseOperation clause) =>
        clause is { Filter: null, Handler.Operations.IsEmpty: true, Parent: ITryOperation attempt, Syntax: CatchClauseSyntax syntax }
            && IsEverything(clause.ExceptionType)
            && Awaits(attempt.Body)
            ? Diagnostic.Create(HandlerDescriptors.SwallowsFailures, syntax.CatchKeyword.GetLocation())
            : null;

    private static bool IsEverything(ITypeSymbol? type) =>
        type is null or { SpecialType: SpecialType.System_Object }
        or { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool Awaits(IOperation operation) => operation.ChildOperations.Any(static c =>
        c is not (IAnonymousFunctionOperation or ILocalFunctionOperation)
        && (c is IAwaitOperation or IForEachLoopOperation { IsAsynchronous: true } || Awaits(c)));
}
