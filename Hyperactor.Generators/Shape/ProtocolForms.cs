using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>What a protocol is declared by.</summary>
internal enum ProtocolForm
{
    /// <summary>An interface: its methods are handlers.</summary>
    Interface,

    /// <summary>A union: each of its cases has a handler.</summary>
    Union,

    /// <summary>A message: it has one handler.</summary>
    Message,
}

/// <summary>Tells protocols from other types, and which of them an actor takes.</summary>
internal static class ProtocolForms
{
    /// <summary>What kind of protocol a type is, or null if it is none.</summary>
    public static ProtocolForm? Protocol(this INamedTypeSymbol type) =>
        !type.Has("Handler") || type.IsActor() ? null
        : type.TypeKind == TypeKind.Interface ? ProtocolForm.Interface
        : type.IsUnion() ? ProtocolForm.Union
        : type.IsMessage() && !type.IsCase() ? ProtocolForm.Message
        : null;

    /// <summary>The simple name of the interface that handles a union or a message.</summary>
    public static string HandlerName(INamedTypeSymbol protocol) => $"I{protocol.Name}Handler";

    /// <summary>The same, fully qualified: it stands beside what it handles.</summary>
    public static string HandlerType(INamedTypeSymbol protocol)
    {
        var type = protocol.Type();
        return type.Substring(0, type.LastIndexOfAny(['.', ':']) + 1) + HandlerName(protocol);
    }

    /// <summary>What the attributes of an actor name, and whether it is exported; the first mention counts.</summary>
    public static IEnumerable<(INamedTypeSymbol Type, AttributeData At, bool Exported)> Named(INamedTypeSymbol actor)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var name in new[] { "Export", "Forward" })
        {
            if (actor.Ours(name) is not
                { ConstructorArguments: [{ Kind: TypedConstantKind.Array, IsNull: false } protocols] } attribute)
            {
                continue;
            }

            foreach (var constant in protocols.Values)
            {
                if (constant.Value is INamedTypeSymbol { TypeKind: not TypeKind.Error } protocol && seen.Add(protocol))
                {
                    yield return (protocol, attribute, name == "Export");
                }
            }
        }
    }

    /// <summary>The name of the handler of a case or of a message that is a protocol.</summary>
    public static string HandlerNameOf(INamedTypeSymbol message) =>
        message.Ours("Handler").Argument<string>("Name") ?? UnionReader.CaseName(message);

    /// <summary>
    /// Whether a method of an actor implements a handler that is declared by a message: by its name, because the interface
    /// is not there yet.
    /// </summary>
    public static bool HandlesMessage(IMethodSymbol method) =>
        method.ContainingType is { } actor && actor.IsActor()
        && (method.Parameters.FirstOrDefault()?.Type.IsHyperactor("Context") ?? false)
        && Named(actor).Select(static p => p.Type).Any(p => p.Protocol() switch
        {
            ProtocolForm.Union => UnionReader.Cases(p).Any(c => HandlerNameOf(c) == method.Name),
            ProtocolForm.Message => HandlerNameOf(p) == method.Name,
            _ => false,
        });

    /// <summary>Whether an actor has a table of handlers of its own.</summary>
    public static bool HasHandlers(INamedTypeSymbol actor) => ActorReader.Handlers(actor).Any() || Named(actor).Any();
}
