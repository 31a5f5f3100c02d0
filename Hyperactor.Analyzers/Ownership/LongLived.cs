using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Ownership;

/// <summary>Calls of the platform that keep what they are given.</summary>
internal static class LongLived
{
    private static readonly HashSet<string> Adders = new(StringComparer.Ordinal)
    {
        "Add", "AddFirst", "AddLast", "AddOrUpdate", "Enqueue", "GetOrAdd", "Insert", "Push", "TryAdd", "TryWrite",
    };

    /// <summary>How an argument of a constructor outlives the handler; null if it does not.</summary>
    public static string? Creation(IOperation made) => made.Type switch
    {
        { Name: "Timer", ContainingNamespace.Name: "Threading" or "Timers" } => made.IsUsed() ? null : "is used by a timer, which outlives it",
        { Name: "Thread", ContainingNamespace.Name: "Threading" } => "is used by a thread, which outlives it",
        _ => null,
    };

    /// <summary>How an argument of a method outlives the handler; null if it does not.</summary>
    public static string? Call(IInvocationOperation call, IArgumentOperation argument)
    {
        var method = call.TargetMethod;
        switch (method.ContainingType.Name, method.Name)
        {
            case ("Task", "Run" or "ContinueWith") or ("TaskFactory", "StartNew"):
                return call.IsAwaited() ? null : "is used by a task that nobody waits for";
            case ("ThreadPool", _) or ("SynchronizationContext", "Post"):
                return "is used by a work item that nobody waits for";
            case ("TimeProvider", "CreateTimer"):
                return call.IsUsed() ? null : "is used by a timer, which outlives it";
            case ("CancellationToken", "Register" or "UnsafeRegister"):
                return call.IsUsed() ? null : "is used by a callback, which outlives it";
            case ("Context" or "Proc", "Spawn"):
                return "is given to another actor";
            case ("Interlocked", "Exchange" or "CompareExchange") or ("Volatile", "Write"):
                return "is stored in a field";
            default:
                return Adders.Contains(method.Name) && Owner(call, argument) is { } owner ? $"is put into '{owner}'" : null;
        }
    }

    // A collection that lives in a field; one in a local goes with its method, unless it is followed further.
    private static string? Owner(IInvocationOperation call, IArgumentOperation argument) =>
        call.TargetMethod.ContainingType.ContainingNamespace.ToDisplayString() is var space
        && space.StartsWith("System.", StringComparison.Ordinal)
        && argument.Parent == call
            ? call.Instance?.Inner() switch
            {
                IFieldReferenceOperation field => field.Field.Name,
                IPropertyReferenceOperation property => property.Property.Name,
                _ => null,
            }
            : null;
}
