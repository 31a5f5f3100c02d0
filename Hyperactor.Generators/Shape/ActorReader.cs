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
        var protocols = new List<string>();
        foreach (var (protocol, isExported) in Protocols(type, violations, cancellation))
        {
            ProtocolReader.ReadInto(protocol, type, isExported, handlers, registrations, cancellation);
            if (isExported && protocol.TypeKind != TypeKind.Interface)
            {
                protocols.Add(protocol.Type());
            }
        }

        var @base = Inherited(type, cancellation);
        var inherited = @base?.Handlers.ToList() ?? [];
        protocols.AddRange(exported ? @base?.Protocols ?? default : default);
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
            Hides(type, "HandlerTable", ProtocolForms.HasHandlers), handlers.ToModels(inherited), spawn,
            DocReader.Read(type, cancellation), registrations.ToEquatable())
        {
            Protocols = protocols.Distinct(StringComparer.Ordinal).ToEquatable(),
        };
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
        else if (type.Ours("Forward") is { } forward)
        {
            violations.Report(
                Rules.HYP1005MisplacedAttribute, forward, type, $"'{type.Name}' cannot have handlers: {problem}");
        }
        else
        {
            violations.Report(
                Rules.HYP1005MisplacedAttribute, type, $"'{type.Name}' cannot have handlers: {problem}");
        }

        return false;
    }

    private static IEnumerable<(INamedTypeSymbol Type, bool Exported)> Protocols(
        INamedTypeSymbol type, List<Violation>? violations, CancellationToken cancellation)
    {
        foreach (var (protocol, at, exported) in ProtocolForms.Named(type))
        {
            var form = protocol.Protocol();
            var isUsable = form is not null && ProtocolReader.IsUsable(protocol, null, cancellation);
            var problem = form is null ? "it is no interface, union or message that is marked [Handler]"
                : form == ProtocolForm.Interface && !type.AllInterfaces.Contains(protocol, SymbolEqualityComparer.Default)
                    ? $"'{type.Name}' does not implement it"
                : null;
            if (problem is null && isUsable)
            {
                yield return (protocol, exported);
                problem = MissingHandler(type, protocol, form, violations);
            }

            if (problem is not null)
            {
                violations.Report(
                    Rules.HYP1005MisplacedAttribute, at, type,
                    $"'{protocol.Name}' cannot be {(exported ? "exported" : "forwarded")}: {problem}");
            }
        }
    }

    // Only the analyzers see the interface, which is generated; what is written here compiles without it.
    private static string? MissingHandler(
        INamedTypeSymbol type, INamedTypeSymbol protocol, ProtocolForm? form, List<Violation>? violations)
    {
        if (violations is null || form == ProtocolForm.Interface)
        {
            return null;
        }

        var handler = ProtocolForms.HandlerType(protocol);
        return type.AllInterfaces.Any(i => i.Type() == handler)
            ? null
            : $"'{type.Name}' does not implement {ProtocolForms.HandlerName(protocol)}";
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
    private static ActorModel? Inherited(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var @base = type.BaseType;
        while (@base is not null && !@base.Has("Export") && !ProtocolForms.HasHandlers(@base))
        {
            @base = @base.BaseType;
        }

        if (@base is not { DeclaringSyntaxReferences.IsEmpty: false } || Read(@base, null, cancellation) is not { } model)
        {
            return null;
        }

        var exported = type.Has("Export");
        var handlers = model.Handlers.Select(h => h with
        {
            Method = h.TableName,
            Via = null,
            Inherited = model.Place.Type,
            Made = null,
            Exported = h.Exported && exported,
            Castable = h.Castable && exported,
        });
        return model with { Handlers = handlers.ToEquatable() };
    }
}
