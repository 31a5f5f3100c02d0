using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Handlers;

/// <summary>Where values and control go, as far as one body of code shows it plainly.</summary>
internal static class Flow
{
    /// <summary>An operation without the conversions around it.</summary>
    public static IOperation Bare(this IOperation operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
        {
            operation = operation is IConversionOperation conversion
                ? conversion.Operand
                : ((IParenthesizedOperation)operation).Operand;
        }

        return operation;
    }

    /// <summary>Whether an operation only stands in a <c>nameof</c>.</summary>
    public static bool IsNamed(this IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IMemberReferenceOperation)
        {
            parent = parent.Parent;
        }

        return parent is INameOfOperation;
    }

    /// <summary>The whole body that an operation is in.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>The nearest operation of a kind around another one, or null.</summary>
    public static T? Around<T>(this IOperation operation)
        where T : class, IOperation
    {
        var at = operation.Parent;
        while (at is not null and not T)
        {
            at = at.Parent;
        }

        return at as T;
    }

    /// <summary>The lambda that an operation is in, or null.</summary>
    public static IAnonymousFunctionOperation? Lambda(this IOperation operation)
    {
        var at = operation.Parent;
        while (at is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            at = at.Parent;
        }

        return at as IAnonymousFunctionOperation;
    }

    /// <summary>
    /// Whether an operation is in a lambda that plainly does not run within the actor: one for another thread, an event, a
    /// field, or the constructor of something.
    /// </summary>
    public static bool IsElsewhere(this IOperation operation)
    {
        for (var lambda = operation.Lambda(); lambda is not null; lambda = lambda.Lambda())
        {
            switch (Use(lambda))
            {
                case IEventAssignmentOperation or IAssignmentOperation { Target: IMemberReferenceOperation }:
                case IArgumentOperation { Parent: IObjectCreationOperation }:
                case IArgumentOperation { Parent: IInvocationOperation call } when StartsThreads(call):
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether the member that an operation is in goes on only when the task that the operation gives has ended.</summary>
    public static bool IsWaitedFor(this IOperation operation)
    {
        for (var at = operation; at.Parent is { } parent; at = parent)
        {
            switch (parent)
            {
                case IAwaitOperation or IReturnOperation or IPropertyReferenceOperation { Property.Name: "Result" }:
                    return Waits(parent);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    return IsAwaited(local, parent);
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } }:
                    return IsAwaited(local, parent);
                case IArgumentOperation
                {
                    Parent: IInvocationOperation
                    {
                        Instance: ILocalReferenceOperation { Local: var list }, TargetMethod.Name: "Add" or "Enqueue" or "Push",
                    },
                }:
                    return IsAwaited(list, parent);
                case IExpressionStatementOperation:
                    return at is IInvocationOperation { TargetMethod.Name: "Wait" or "WaitAll" or "GetResult" } && Waits(at);
                case IBlockOperation:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whether a type is a task, or holds tasks.</summary>
    public static bool HoldsTasks(this ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.HoldsTasks(),
        INamedTypeSymbol named => named.IsTask() || named.Name is "TaskAwaiter" or "ValueTaskAwaiter"
            || named.TypeArguments.Any(HoldsTasks),
        _ => false,
    };

    /// <summary>Whether a type is Task, ValueTask, or one of these with a result.</summary>
    public static bool IsTask(this ITypeSymbol? type) =>
        type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks" } tasks } && tasks.IsIn("System.Threading");

    /// <summary>Whether an operation reads one of these variables.</summary>
    public static bool Reads(this IOperation operation, ISymbol variable) =>
        operation.DescendantsAndSelf().Any(o => o.Variable().Same(variable));

    /// <summary>The variable that an operation reads, or null.</summary>
    public static ISymbol? Variable(this IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } property => property.Property,
        _ => null,
    };

    /// <summary>What a lambda is given to.</summary>
    private static IOperation? Use(IAnonymousFunctionOperation lambda)
    {
        var use = lambda.Parent;
        while (use is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation or IConditionalOperation)
        {
            use = use.Parent;
        }

        return use;
    }

    // What waits in a lambda keeps the member only if the lambda's own task is waited for.
    private static bool Waits(IOperation operation)
    {
        if (operation.Lambda() is not { } lambda)
        {
            return true;
        }

        return Use(lambda) switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } => call.Type.HoldsTasks() && call.IsWaitedFor(),
            IVariableInitializerOperation => true,
            _ => false,
        };
    }

    private static bool IsAwaited(ISymbol local, IOperation from) => from.Root().Descendants().Any(o =>
        o is IAwaitOperation or IReturnOperation or IPropertyReferenceOperation { Property.Name: "Result" }
        && o.Reads(local));

    private static bool StartsThreads(IInvocationOperation call) =>
        Suspect.Find(call.TargetMethod)?.Rule == HandlerDescriptors.StartsThreads;
}
