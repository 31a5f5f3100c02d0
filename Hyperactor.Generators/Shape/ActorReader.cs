using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads what an actor is, and what it gets wrong.</summary>
internal static class ActorReader
{
    /// <summary>Reads an actor; null if it is not well formed.</summary>
    public static ActorModel? Read(INamedTypeSymbol type, List<Violation>? violations, CancellationToken cancellation)
    {
        var export = type.Ours("Export");
        if (!IsUsable(type, export, violations) | !PlaceReader.IsOpen(type, violations, cancellation))
        {
            return null;
        }

        var exported = export is not null;
        var registrations = new List<Registration>();
        var handlers = new HandlerList(violations);
        new HandlerReader(type, exported, via: false, violations)
            .ReadInto(Handlers(type), handlers, registrations, null, cancellation);
        foreach (var protocol in Protocols(type, export, violations, cancellation))
        {
            // What is wrong with a protocol is said where it is declared.
            new HandlerReader(protocol, exported: true, via: true, violations: null)
                .ReadInto(ProtocolReader.Methods(protocol), handlers, registrations, type, cancellation);
        }

        var inherited = Inherited(type, cancellation);
        foreach (var handler in inherited)
        {
            handlers.Inherit(handler);
        }

        var spawn = export.Argument<bool>("Spawn")
            ? SpawnReader.Read(type, registrations, violations, cancellation)
            : null;
        if (spawn is not null && Hides(type, "Spawning", static b => b.Ours("Export").Argument<bool>("Spawn")))
        {
            spawn = spawn with { Parameters = spawn.Parameters with { HidesBase = true } };
        }

        return new(
            PlaceReader.Read(type), type.Uri(), type.Access().Keyword(), PlaceReader.ClientName(type), exported,
            Hides(type, "HandlerTable", static b => Handlers(b).Any()), handlers.ToModels(inherited), spawn, DocReader.Read(type, cancellation), registrations.ToEquatable());
    }

    /// <summary>The methods of the actor that are marked as handlers.</summary>
    public static IEnumerable<IMethodSymbol> Handlers(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>().Where(static m => m.Has("Handler")).InSourceOrder();

    private static bool IsUsable(INamedTypeSymbol type, AttributeData? export, List<Violation>? violations)
    {
        var problem = !type.IsActor() ? "it does not derive from Actor"
            : PlaceReader.IsGeneric(type) ? "it is generic"
            : ForeignBase(type) is { } foreign
                ? $"'{foreign.Name}' is of another assembly and has handlers, which cannot be inherited from there"
            : type.Access() == Access.Hidden ? "it is not visible in all of its assembly; make it internal or public"
            : null;
        if (problem is null)
        {
            return true;
        }

        if (export is not null)
        {
            violations.Report(
                Rules.HYP1005MisplacedAttribute, export, type, $"'{type.Name}' cannot be exported: {problem}");
        }
        else
        {
            violations.Report(
                Rules.HYP1005MisplacedAttribute, type, $"'{type.Name}' cannot have handlers: {problem}");
        }

        return false;
    }

    private static IEnumerable<INamedTypeSymbol> Protocols(
        INamedTypeSymbol type, AttributeData? export, List<Violation>? violations, CancellationToken cancellation)
    {
        if (export is not { ConstructorArguments: [{ Kind: TypedConstantKind.Array, IsNull: false } protocols] })
        {
            yield break;
        }

        foreach (var constant in protocols.Values)
        {
            if (constant.Value is not INamedTypeSymbol { TypeKind: not TypeKind.Error } protocol)
            {
                continue;
            }

            if (protocol.TypeKind != TypeKind.Interface || !protocol.Has("Handler"))
            {
                violations.Report(
                    Rules.HYP1005MisplacedAttribute, export, type,
                    $"'{protocol.Name}' cannot be exported: it is not an interface marked [Handler]");
            }
            else if (!type.AllInterfaces.Contains(protocol, SymbolEqualityComparer.Default))
            {
                violations.Report(
                    Rules.HYP1005MisplacedAttribute, export, type,
                    $"'{protocol.Name}' cannot be exported: '{type.Name}' does not implement it");
            }
            else if (ProtocolReader.IsUsable(protocol, null, cancellation))
            {
                yield return protocol;
            }
        }
    }

    private static INamedTypeSymbol? ForeignBase(INamedTypeSymbol type)
    {
        for (var @base = type.BaseType; @base is not null; @base = @base.BaseType)
        {
            if (@base.DeclaringSyntaxReferences.IsEmpty && @base.IsActor() && !@base.GetTypeMembers("HandlerTable").IsEmpty)
            {
                return @base;
            }
        }

        return null;
    }

    // What is generated for a base class is seen only if it is in another assembly; here, its cause is.
    private static bool Hides(INamedTypeSymbol type, string member, Func<INamedTypeSymbol, bool> cause)
    {
        for (var @base = type.BaseType; @base is not null; @base = @base.BaseType)
        {
            if (@base.DeclaringSyntaxReferences.IsEmpty ? !@base.GetTypeMembers(member).IsEmpty : @base.IsActor() && cause(@base))
            {
                return true;
            }
        }

        return false;
    }

    // The table of a base class of this assembly is at hand; that of another assembly cannot be seen from here.
    private static List<HandlerModel> Inherited(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var @base = type.BaseType;
        while (@base is not null && !@base.Has("Export") && !Handlers(@base).Any())
        {
            @base = @base.BaseType;
        }

        if (@base is not { DeclaringSyntaxReferences.IsEmpty: false } || Read(@base, null, cancellation) is not { } model)
        {
            return [];
        }

        return
        [
            .. model.Handlers.Select(h => h with
            {
                Method = h.TableName, Via = null, Inherited = model.Place.Type, Made = null,
                Exported = h.Exported && type.Has("Export"), Castable = h.Castable && type.Has("Export"),
            }),
        ];
    }
}
