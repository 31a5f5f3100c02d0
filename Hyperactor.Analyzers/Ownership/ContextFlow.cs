using Hyperactor.Analyzers.Sends;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Ownership;

/// <summary>Follows a context, and what carries it, to where it outlives its handler.</summary>
/// <param name="member">The member that is analyzed.</param>
internal sealed class ContextFlow(ISymbol member)
{
    private const int StepsMax = 8;

    private readonly HashSet<ILocalSymbol> _followed = new(SymbolEqualityComparer.Default);

    /// <summary>How one use of a context makes it outlive the handler; null if it does not.</summary>
    public string? Escape(IOperation use, ISymbol symbol)
    {
        if (Capture(use, symbol) is not { } function)
        {
            return Follow(use, isContext: true, 0);
        }

        // One report for each function that captures it.
        if (function.Descendants().First(o => SymbolEqualityComparer.Default.Equals(o.Place(), symbol)) != use)
        {
            return null;
        }

        if (function is IAnonymousFunctionOperation { Symbol: { IsAsync: true, ReturnsVoid: true } })
        {
            return "is used by an async lambda that nobody waits for";
        }

        return function is ILocalFunctionOperation local
            ? function.Root().Descendants().OfType<IMethodReferenceOperation>()
                .Where(r => SymbolEqualityComparer.Default.Equals(r.Method, local.Symbol))
                .Select(r => Follow(r, isContext: false, 0)).FirstOrDefault(static how => how is not null)
            : Follow(function, isContext: false, 0);
    }

    // The outermost function, below the one that the symbol belongs to, that uses it.
    private static IOperation? Capture(IOperation use, ISymbol symbol)
    {
        IOperation? outermost = null;
        for (var operation = use.Parent; operation is not null; operation = operation.Parent)
        {
            var function = operation switch
            {
                IAnonymousFunctionOperation anonymous => anonymous.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (function is null)
            {
                continue;
            }

            if (SymbolEqualityComparer.Default.Equals(function, symbol.ContainingSymbol))
            {
                break;
            }

            outermost = operation;
        }

        return outermost;
    }

    private string? Follow(IOperation value, bool isContext, int step)
    {
        value = value.Outer();
        if (step > StepsMax)
        {
            return null;
        }

        switch (value.Parent)
        {
            case IDelegateCreationOperation or IConditionalOperation or ICoalesceOperation or ITupleOperation
                or IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation
                or IAnonymousObjectCreationOperation or IWithOperation or IObjectCreationOperation:
                return Follow(value.Parent, isContext && value.Parent is IConditionalOperation or ICoalesceOperation, step + 1);
            case IAssignmentOperation assignment when assignment.Value == value:
                return Stored(assignment, isContext, step);
            case IEventAssignmentOperation:
                return "is used by the handler of an event, which outlives it";
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } when !isContext:
                return FollowLocal(declarator, declarator.Symbol, step);
            case IArgumentOperation { Parent: IObjectCreationOperation made }:
                return LongLived.Creation(made) ?? Follow(made, isContext: false, step + 1);
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                return Passed(call, argument);
            case IReturnOperation returned when IsOfHandler(returned):
                return "is returned";
            default:
                return null;
        }
    }

    private string? Stored(IAssignmentOperation assignment, bool isContext, int step)
    {
        switch (assignment.Target)
        {
            case ILocalReferenceOperation local:
                return isContext ? null : FollowLocal(assignment, local.Local, step);
            case IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } }:
                return assignment.Parent is IObjectOrCollectionInitializerOperation { Parent: { } made }
                    ? Follow(made, isContext: false, step + 1)
                    : null;
            case IMemberReferenceOperation { Instance: ILocalReferenceOperation local }:
                return FollowLocal(assignment, local.Local, step);
            case IMemberReferenceOperation { Instance: IInstanceReferenceOperation } when IsHelper():
                return null;
            case IMemberReferenceOperation target:
                return $"is stored in '{target.Member.Name}'";
            case IArrayElementReferenceOperation { ArrayReference: IFieldReferenceOperation or IPropertyReferenceOperation }:
                return "is stored in an array";
            default:
                return null;
        }
    }

    // An object that is made for one message may hold its context; what keeps that object is looked at where it is made.
    private bool IsHelper() =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor } or IFieldSymbol or IPropertySymbol
        && !member.ContainingType.IsActor();

    private string? FollowLocal(IOperation at, ILocalSymbol local, int step) => !_followed.Add(local)
        ? null
        : at.Root().Uses(local).Select(u => Follow(u, isContext: false, step + 1)).FirstOrDefault(static how => how is not null);

    private static string? Passed(IInvocationOperation call, IArgumentOperation argument)
    {
        // What makes the message of a reduction runs at once.
        if (call.Sends() && call.TargetMethod.Name != "ReduceAsync")
        {
            return argument.Parameter?.Type.IsSender() == true ? null : "is sent to another actor";
        }

        return LongLived.Call(call, argument);
    }

    private bool IsOfHandler(IReturnOperation returned)
    {
        for (var operation = returned.Parent; operation is not null; operation = operation.Parent)
        {
            if (operation is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }
        }

        return member is IMethodSymbol method && method.RunsForActor();
    }
}
