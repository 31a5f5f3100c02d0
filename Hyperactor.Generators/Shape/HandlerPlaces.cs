using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Finds the declarations of handlers by the names of their messages, which no two handlers of a type share.</summary>
internal static class HandlerPlaces
{
    /// <summary>Where a handler is declared.</summary>
    /// <param name="At">The method, or the message that is a protocol or a part of one.</param>
    /// <param name="Parameters">What makes the message, or takes it.</param>
    /// <param name="Reply">What it replies, or null.</param>
    internal sealed record Place(ISymbol At, IReadOnlyList<IParameterSymbol> Parameters, ITypeSymbol? Reply);

    /// <summary>The handlers of a protocol, or of an actor with its bases and its protocols.</summary>
    public static Dictionary<string, Place> Read(INamedTypeSymbol type)
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        if (!type.IsActor())
        {
            AddProtocol(type, places);
            return places;
        }

        for (var part = type; part is not null; part = part.BaseType)
        {
            AddMethods(part, ActorReader.Handlers(part), places);
            foreach (var (protocol, _, _) in ProtocolForms.Named(part))
            {
                AddProtocol(protocol, places);
            }
        }

        return places;
    }

    private static void AddProtocol(INamedTypeSymbol protocol, Dictionary<string, Place> places)
    {
        if (protocol.TypeKind == TypeKind.Interface)
        {
            foreach (var part in protocol.AllInterfaces.Where(static i => i.Has("Handler")).Prepend(protocol))
            {
                AddMethods(part, ProtocolReader.Methods(part), places);
            }

            return;
        }

        foreach (var message in protocol.IsUnion() ? UnionReader.Cases(protocol).Append(protocol) : [protocol])
        {
            Add(message.Uri(), new(message, [], ReplyReader.Read(message)), places);
        }
    }

    private static void AddMethods(INamedTypeSymbol owner, IEnumerable<IMethodSymbol> methods, Dictionary<string, Place> places)
    {
        foreach (var shape in methods.Select(static m => HandlerShape.Read(m, null)).OfType<HandlerShape>())
        {
            var uri = shape.IsExplicit ? shape.Parameters[0].Type.Uri() : $"{owner.Uri()}.{shape.Name}";
            Add(uri, new(shape.Method, shape.Parameters, shape.Reply), places);
        }
    }

    private static void Add(string uri, Place place, Dictionary<string, Place> places)
    {
        if (!places.ContainsKey(uri))
        {
            places.Add(uri, place);
        }
    }
}
