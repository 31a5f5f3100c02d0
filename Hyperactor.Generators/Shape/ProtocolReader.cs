using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads what a protocol is, and what it gets wrong.</summary>
internal static class ProtocolReader
{
    /// <summary>Reads a protocol; null if it is not well formed.</summary>
    public static ProtocolModel? Read(INamedTypeSymbol type, List<Violation>? violations, CancellationToken cancellation)
    {
        if (!IsUsable(type, violations, cancellation))
        {
            return null;
        }

        var handlers = new HandlerList(violations);
        var registrations = new List<Registration>();
        var isInterface = type.TypeKind == TypeKind.Interface;
        if (isInterface)
        {
            new HandlerReader(type, exported: true, via: false, violations)
                .ReadInto(Methods(type), handlers, registrations, null, cancellation);
        }
        else
        {
            new MessageHandlerReader(type, exported: true, null, violations).ReadInto(handlers, cancellation);
        }

        return new(
            PlaceReader.Read(type), type.Uri(), type.Access().Keyword(), PlaceReader.ClientName(type),
            handlers.ToModels(), registrations.ToEquatable())
        {
            Interface = isInterface ? null : ProtocolForms.HandlerName(type),
        };
    }

    /// <summary>Reads the handlers of a protocol for an actor; what is wrong with it is said where it is declared.</summary>
    public static void ReadInto(
        INamedTypeSymbol type, INamedTypeSymbol actor, bool exported, HandlerList handlers, List<Registration> registrations,
        CancellationToken cancellation)
    {
        if (type.TypeKind == TypeKind.Interface)
        {
            new HandlerReader(type, exported, via: true, violations: null)
                .ReadInto(Methods(type), handlers, registrations, actor, cancellation);
        }
        else
        {
            new MessageHandlerReader(type, exported, actor, null).ReadInto(handlers, cancellation);
        }
    }

    /// <summary>Whether messages and clients can be written for the protocol, or were in its own assembly.</summary>
    public static bool IsUsable(INamedTypeSymbol type, List<Violation>? violations, CancellationToken cancellation)
    {
        if (PlaceReader.IsGeneric(type) || type.Access() == Access.Hidden)
        {
            violations.Report(
                Rules.HYP1005MisplacedAttribute, type,
                $"'{type.Name}' cannot be a protocol: it is generic, or not visible in all of its assembly");
            return false;
        }

        if (type.IsUnion() && !UnionReader.IsClosed(type, null))
        {
            return false;
        }

        return type.DeclaringSyntaxReferences.IsEmpty || PlaceReader.IsOpen(type, violations, cancellation);
    }

    /// <summary>The methods that are handlers.</summary>
    public static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>()
            .Where(static m => m is { MethodKind: MethodKind.Ordinary, IsStatic: false, DeclaredAccessibility: Accessibility.Public })
            .InSourceOrder();
}
