using Hyperactor.Analyzers.Sends;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Ownership;

/// <summary>Which uses of something that must be disposed dispose it, keep it, or leave that to others.</summary>
internal static class OwnedUse
{
    /// <summary>Whether any use of a local lets it go. In doubt it does.</summary>
    public static bool IsLetGo(IOperation at, ILocalSymbol local, Owned owned) =>
        at.Root().Uses(local).Any(u => u.Syntax != at.Syntax && IsLetGo(u, owned));

    /// <summary>Whether a call on it ends it.</summary>
    public static bool Ends(IInvocationOperation call, Owned owned) =>
        call.TargetMethod.Name is "Dispose" or "DisposeAsync" or "StopAsync" or "AsTask" or "ConfigureAwait"
        || owned.IsOnce && call.TargetMethod.Name == "ReceiveAsync";

    private static bool IsLetGo(IOperation use, Owned owned)
    {
        var value = use.Outer();
        switch (value.Parent)
        {
            case IInvocationOperation call when call.Instance == value:
                return Ends(call, owned);
            case IFieldReferenceOperation field when owned.IsPair:
                return field.Field.Name is "Receiver" or "Item2" && IsLetGo(field, owned.Second());
            case IPropertyReferenceOperation or IForEachLoopOperation or IBinaryOperation or IIsPatternOperation or IIsTypeOperation
                or IInterpolationOperation or IExpressionStatementOperation:
                return false;
            case IConditionalAccessOperation access when access.Operation == value:
                return access.WhenNotNull.DescendantsAndSelf().OfType<IInvocationOperation>().Any(c => Ends(c, owned));
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                return !argument.Parameter!.Type.IsSender() && !IsReceiver(call, argument);
            default:
                return true;
        }
    }

    // Of an extension method: it may use it, as a method of its own would; one that disposes says so.
    private static bool IsReceiver(IInvocationOperation call, IArgumentOperation argument) =>
        call.TargetMethod.IsExtensionMethod && argument.Parameter!.Ordinal == 0 && !call.TargetMethod.Name.Contains("Dispose");
}
