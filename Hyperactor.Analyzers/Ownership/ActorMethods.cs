using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Analyzers.Ownership;

/// <summary>Which methods of an actor the runtime calls.</summary>
internal static class ActorMethods
{
    /// <summary>Whether the runtime calls it: for a message, or as a hook.</summary>
    public static bool RunsForActor(this IMethodSymbol method) => method.IsHook() || method.IsHandler();

    /// <summary>Whether it handles a message of its actor.</summary>
    public static bool IsHandler(this IMethodSymbol method) =>
        !method.IsStatic
        && method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation
        && method.ContainingType is { TypeKind: TypeKind.Class } type && type.IsActor()
        && (method.Has("Handler") || IsOfProtocol(method, type));

    private static bool IsHook(this IMethodSymbol method)
    {
        if (!method.IsOverride)
        {
            return false;
        }

        var root = method;
        while (root.OverriddenMethod is { } overridden)
        {
            root = overridden;
        }

        return root.ContainingType.IsHyperactor("Actor");
    }

    private static bool IsOfProtocol(IMethodSymbol method, INamedTypeSymbol type)
    {
        foreach (var protocol in type.AllInterfaces)
        {
            if (!protocol.Has("Handler"))
            {
                continue;
            }

            foreach (var member in protocol.GetMembers())
            {
                if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
