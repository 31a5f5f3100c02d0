using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Ownership;

/// <summary>Something that whoever makes it must dispose.</summary>
/// <param name="Made">The operation that makes it.</param>
/// <param name="Owner">What it is made by, and closed with; null if nothing else closes it.</param>
/// <param name="Loss">What is lost if nobody does.</param>
/// <param name="IsAsync">Whether it is disposed by <c>await using</c>.</param>
/// <param name="IsAwaited">Whether it comes in a task.</param>
/// <param name="IsPair">Whether it is the second of a pair.</param>
/// <param name="IsOnce">Whether receiving ends it, too.</param>
internal sealed record Owned(
    IOperation Made, IOperation? Owner, string Loss, bool IsAsync = true, bool IsAwaited = false, bool IsPair = false, bool IsOnce = false)
{
    /// <summary>What an operation makes, or null if that need not be disposed.</summary>
    public static Owned? Of(IOperation operation)
    {
        if (operation is IObjectCreationOperation { Type: { Name: "TaskGroup" } type })
        {
            return type.Is("Hyperactor.Sync", "TaskGroup") ? new(operation, null, "its tasks are not ended") : null;
        }

        if (operation is not IInvocationOperation call)
        {
            return null;
        }

        var method = call.TargetMethod;
        return (method.ContainingType.Name, method.Name) switch
        {
            ("Proc", "Local") when IsOurs(method) => new(call, null, "its actors are never stopped"),
            ("Proc" or "World", "Attach") when IsOurs(method) => new(call, call.Instance, "its name is never free again"),
            ("Context" or "Client", "OpenPort") when IsOurs(method) =>
                new(call, call.Instance, "its port stays open", IsAsync: false, IsPair: true),
            ("Context" or "Client", "OpenOncePort") when IsOurs(method) =>
                new(call, call.Instance, "its port stays open", IsAsync: false, IsOnce: true),
            ("World", "LaunchAsync") when method.ContainingType.Is("Hyperactor.Worlds", "World") =>
                new(call, null, "its procs are never ended", IsAwaited: true),
            ("Config", "Override") when IsOurs(method) => new(call, null, "the setting keeps that value", IsAsync: false),
            _ => null,
        };
    }

    /// <summary>The receiver of a pair, once it stands alone.</summary>
    public Owned Second() => this with { IsPair = false };

    /// <summary>
    /// Whether what it was made by is closed where this method ends: then so is this. In a loop it is one more each time.
    /// </summary>
    public bool IsClosedWithOwner()
    {
        if (Root(Owner) is not { } local
            || Made.Root().Descendants().OfType<IVariableDeclaratorOperation>()
                .FirstOrDefault(d => SymbolEqualityComparer.Default.Equals(d.Symbol, local)) is not { } declarator)
        {
            return false;
        }

        var block = Block(declarator);
        for (var operation = Made; operation != block; operation = operation.Parent!)
        {
            if (operation.Parent is null or ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }
        }

        return local.IsUsing
            || OwnedUse.IsLetGo(declarator, local, this with { IsPair = false, IsOnce = false })
            || declarator.Initializer?.Value.Inner() is IInvocationOperation maker && Of(maker)?.IsClosedWithOwner() == true;
    }

    // Of net.Client the net, which closes it.
    private static ILocalSymbol? Root(IOperation? owner)
    {
        while (owner?.Inner() is IMemberReferenceOperation { Instance: { } holder })
        {
            owner = holder;
        }

        return (owner?.Inner() as ILocalReferenceOperation)?.Local;
    }

    private static IOperation? Block(IOperation operation)
    {
        while (operation.Parent is { } parent and not IBlockOperation)
        {
            operation = parent;
        }

        return operation.Parent;
    }

    private static bool IsOurs(IMethodSymbol method) =>
        method.ContainingType.IsHyperactor(method.ContainingType.Name)
        || method.ContainingType.Is("Hyperactor.Worlds", method.ContainingType.Name);
}
