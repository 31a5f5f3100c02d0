using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads what a <c>[Handler]</c> interface is, and what it gets wrong.</summary>
internal static class ProtocolReader
{
    /// <summary>Reads a protocol; null if it is not well formed.</summary>
    public static ProtocolModel? Read(INamedTypeSymbol type, List<Violation>? violations, CancellationToken cancellation)
    {
        if (!IsUsable(type, violations, cancellation))
        {
            return null;
        }

        var reader = new HandlerReader(type, exported: true, via: false, violations);
        var handlers = new HandlerList(violations);
        var registrations = new List<Registration>();
        reader.ReadInto(Methods(type), handlers, registrations, null, cancellation);
        return new(
            PlaceReader.Read(type), type.Uri(), type.Access().Keyword(), PlaceReader.ClientName(type),
            handlers.ToModels(), registrations.ToEquatable());
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

        return type.DeclaringSyntaxReferences.IsEmpty || PlaceReader.IsOpen(type, violations, cancellation);
    }

    /// <summary>The methods that are handlers.</summary>
    public static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>()
            .Where(static m => m is { MethodKind: MethodKind.Ordinary, IsStatic: false, DeclaredAccessibility: Accessibility.Public })
            .InSourceOrder();
}
