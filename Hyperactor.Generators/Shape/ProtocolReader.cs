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
            foreach (var @base in Bases(type, cancellation))
            {
                ReadInto(@base, type, exported: true, handlers, registrations, cancellation);
            }
        }
        else
        {
            new MessageHandlerReader(type, exported: true, null, violations).ReadInto(handlers, cancellation);
        }

        var models = handlers.ToModels();
        if (models.Count > 0)
        {
            registrations.Add(Promise(type, models));
        }

        return new(
            PlaceReader.Read(type), type.Uri(), type.Access().Keyword(), PlaceReader.ClientName(type),
            models, registrations.ToEquatable())
        {
            Interface = isInterface ? null : ProtocolForms.HandlerName(type),
        };
    }

    /// <summary>
    /// Reads the handlers of a protocol for an actor, or for a protocol that extends it; what is wrong with it is said where
    /// it is declared.
    /// </summary>
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

    /// <summary>The protocols that a protocol extends: what is not marked adds nothing.</summary>
    public static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.AllInterfaces.Where(i => i.Has("Handler") && IsUsable(i, null, cancellation));

    /// <summary>What the catalog registers for a protocol or an alias: the numbers of its messages.</summary>
    public static Registration Promise(INamedTypeSymbol type, EquatableArray<HandlerModel> handlers) => new(
        type.Uri(), RegistrationKind.Protocol,
        $"{type.Type()}\n{string.Join("\n", handlers.Select(static h => h.MessageUri))}");

    /// <summary>Whether messages and clients can be written for the protocol, or were in its own assembly.</summary>
    public static bool IsUsable(INamedTypeSymbol type, List<Violation>? violations, CancellationToken cancellation)
    {
        if (type.TypeKind == TypeKind.Interface && type.Ours("Handler") is { } handler && (handler.Argument<bool>("Cast") || handler.Argument<bool>("OneWay")
            || handler.Argument<string>("Name") is not null))
        {
            violations.Report(
                Rules.HYP1005MisplacedAttribute, handler, type,
                $"Name, Cast and OneWay say something about one method; mark methods of '{type.Name}' with them");
        }

        if (PlaceReader.InTheWayOfClient(type) is { } other)
        {
            violations.Report(
                Rules.HYP1003AmbiguousHandlers, type,
                $"The clients of '{type.Name}' would be called '{other.Name}', as another type is; rename one of them");
            return false;
        }

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
