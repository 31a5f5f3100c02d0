using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Handlers;

/// <summary>HYP6007: tasks that nobody waits for.</summary>
internal static class DroppedTasks
{
    private const string Lost = "its failure is lost: await it";
    private const string Fatal = "its failure ends the process: return ValueTask, and await it";

    /// <summary>The report on a statement that drops a task.</summary>
    public static Diagnostic? Check(IExpressionStatementOperation statement)
    {
        var value = statement.Operation.Bare();
        if (value is ISimpleAssignmentOperation { Target: IDiscardOperation } discard)
        {
            value = discard.Value.Bare();
        }

        if (value is IConditionalAccessOperation access)
        {
            value = access.WhenNotNull.Bare();
        }

        // What starts a thread is reported as that.
        return value is IInvocationOperation call && call.Type.IsTask()
            && Suspect.Find(call.TargetMethod)?.Rule != HandlerDescriptors.StartsThreads
            ? Report(Places.Of(call), call.TargetMethod.Name, Lost)
            : null;
    }

    /// <summary>The report on a lambda that is async void.</summary>
    public static Diagnostic? Check(IAnonymousFunctionOperation lambda) =>
        IsAsyncVoid(lambda.Symbol) && lambda.Syntax is AnonymousFunctionExpressionSyntax syntax
            ? Report(syntax.AsyncKeyword.GetLocation(), "this lambda", Fatal)
            : null;

    /// <summary>The report on a local function that is async void.</summary>
    public static Diagnostic? Check(ILocalFunctionOperation function) =>
        IsAsyncVoid(function.Symbol) ? Report(function.Symbol.Locations[0], function.Symbol.Name, Fatal) : null;

    /// <summary>The report on a method that is async void; one that is marked as a handler is no handler, and reported as that.</summary>
    public static Diagnostic? Check(IMethodSymbol method) =>
        IsAsyncVoid(method) && !method.Has("Handler") ? Report(method.Locations[0], method.Name, Fatal) : null;

    private static bool IsAsyncVoid(IMethodSymbol method) => method is { IsAsync: true, ReturnsVoid: true };

    private static Diagnostic Report(Location place, string name, string why) =>
        Diagnostic.Create(HandlerDescriptors.NotAwaited, place, name, why);
}
