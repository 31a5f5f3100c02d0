using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Handlers;

/// <summary>
/// A call of an actor or a gang whose outcome can be waited for: by a generated client, or by the runtime's own methods.
/// </summary>
/// <param name="Operation">The call.</param>
/// <param name="Receiver">The handle or reference.</param>
/// <param name="Target">What it is typed by: an actor, a protocol or an alias.</param>
/// <param name="From">Who calls.</param>
/// <param name="Handler">The name of the handler that is called.</param>
internal sealed record ActorCall(
    IInvocationOperation Operation, IOperation Receiver, INamedTypeSymbol Target, IOperation From, string Handler)
{
    /// <summary>Reads a call; null if it is none of an actor.</summary>
    public static ActorCall? Read(IInvocationOperation call)
    {
        if (!call.TargetMethod.ReturnType.IsTask() || call.Arguments.IsEmpty)
        {
            return null;
        }

        var receiver = call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments[0].Value : null);
        receiver = receiver?.Bare();
        return receiver?.Type is INamedTypeSymbol { Arity: 1, Name: "ActorHandle" or "ActorRef" or "GangRef" } type
            && type.IsHyperactor(type.Name)
            && type.TypeArguments[0] is INamedTypeSymbol target
            && call.Arguments.FirstOrDefault(static a => a.Parameter?.Type.IsHyperactor("ICanCall") == true) is { } from
            ? new(call, receiver, target.OriginalDefinition, from.Value.Bare(), HandlerOf(call))
            : null;
    }

    // Generated clients are named after handlers; the others name them in what they are given.
    private static string HandlerOf(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!method.ContainingType.OriginalDefinition.IsHyperactor(method.ContainingType.Name))
        {
            return Without(method.Name, "Async");
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Bare() is IFieldReferenceOperation { Field: { ContainingType.Name: "HandlerTable" } entry })
            {
                return entry.Name;
            }
        }

        var index = method.TypeParameters.ToList().FindIndex(static p => p.Name == "TMessage");
        return index < 0 ? Without(method.Name, "Async") : Without(method.TypeArguments[index].Name, "Message");
    }

    private static string Without(string name, string end) =>
        name.Length > end.Length && name.EndsWith(end, StringComparison.Ordinal)
            ? name.Substring(0, name.Length - end.Length)
            : name;
}
