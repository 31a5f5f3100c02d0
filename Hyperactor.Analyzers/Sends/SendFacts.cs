using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Sends;

/// <summary>Which calls send, and what.</summary>
internal static class SendFacts
{
    /// <summary>Whether a call sends to a handle: to it or to its port nothing is serialized.</summary>
    public static bool SendsAsIs(this IInvocationOperation call) => Target(call) switch
    {
        { Name: "ActorHandle" } handle => handle.IsHyperactor("ActorHandle") && HasSender(call),
        { Name: "PortHandle" } port => call.TargetMethod.Name == "Send" && port.IsHyperactor("PortHandle"),
        _ => false,
    };

    /// <summary>Whether a call sends to an actor, a gang or a port, wherever they are.</summary>
    public static bool Sends(this IInvocationOperation call) => Target(call) switch
    {
        { Name: "ActorHandle" or "ActorRef" or "GangRef" or "PortRef" or "OncePortRef" } target =>
            target.IsHyperactor(target.Name) && HasSender(call),
        { Name: "PortHandle" } => call.SendsAsIs(),
        _ => false,
    };

    /// <summary>The arguments of a call that sends which are the message or parts of it.</summary>
    public static IEnumerable<IArgumentOperation> Payload(this IInvocationOperation call) => call.Arguments.Where(a =>
        a.ArgumentKind == ArgumentKind.Explicit && a.Parameter is { } parameter
        && !(call.TargetMethod.IsExtensionMethod && parameter.Ordinal == 0)
        && !parameter.Type.IsSender()
        && parameter.Type.Name is not ("CancellationToken" or "Attrs" or "CastOptions" or "OneWayHandler" or "CallHandler"));

    /// <summary>Whether a parameter of this type takes who sends.</summary>
    public static bool IsSender(this ITypeSymbol? type) =>
        type is { Name: "ICanSend" or "ICanCall" } && type.IsHyperactor(type.Name);

    private static bool HasSender(IInvocationOperation call)
    {
        foreach (var parameter in call.TargetMethod.Parameters)
        {
            if (parameter.Type.IsSender())
            {
                return true;
            }
        }

        return false;
    }

    private static ITypeSymbol? Target(IInvocationOperation call) =>
        call.Instance?.Type
        ?? (call.TargetMethod.IsExtensionMethod && !call.Arguments.IsEmpty ? call.Arguments[0].Value.Type : null);
}
