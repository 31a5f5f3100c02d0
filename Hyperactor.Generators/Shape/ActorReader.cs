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
            .ReadInto(Handlers(type).Where(static m => !Restates(m)), handlers, registrations, null, cancellation);
        foreach (var (protocol, isExported) in WithBases(Protocols(type, violations, cancellation), cancellation))
        {
            ProtocolReader.ReadInto(protocol, type, isExported, handlers, registrations, cancellation);
        }

        var inherited = InheritedReader.Read(type, cancellation);
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

        var models = handlers.ToModels(inherited);
        AliasReader.CheckKept(type, export, models, violations, cancellation);
        return new(
            PlaceReader.Read(type), type.Uri(), type.Access().Keyword(), PlaceReader.ClientName(type), exported,
            inherited.Count > 0, models, spawn, DocReader.Read(type, cancellation), registrations.ToEquatable());
    }

    /// <summary>The methods of the actor that are marked as handlers.</summary>
    public static IEnumerable<IMethodSymbol> Handlers(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>().Where(static m => m.Has("Handler")).InSourceOrder();

    // An override of a handler is the same handler, and runs where the base's table calls it.
    private static bool Restates(IMethodSymbol method)
    {
        for (var @base = method.OverriddenMethod; @base is not null; @base = @base.OverriddenMethod)
        {
            if (@base.Has("Handler"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUsable(INamedTypeSymbol type, AttributeData? export, List<Violation>? violations)
    {
        var problem = !type.IsActor() ? "it does not derive from Actor"
            : export is not null && PlaceReader.IsGeneric(type)
                ? "it is generic, and references need one name for each class; export a class that derives from a use of it"
            : InheritedReader.Foreign(type) is { } foreign && TableReader.Hidden(foreign) is { } hidden
                ? $"its base '{foreign.Name}' takes '{hidden.Name}', which cannot be named from here; make that type public"
            : type.Access() == Access.Hidden ? "it is not visible in all of its assembly; make it internal or public"
            : null;
        if (problem is null)
        {
            return IsFree(type, export, violations);
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

    // What is generated needs names that the user's own members and types may have.
    private static bool IsFree(INamedTypeSymbol type, AttributeData? export, List<Violation>? violations)
    {
        if (PlaceReader.InTheWayOfClient(type) is { } other)
        {
            violations.Report(
                Rules.HYP1003AmbiguousHandlers, type,
                $"The clients of '{type.Name}' would be called '{other.Name}', as another type is; rename one of them");
            return false;
        }

        string[] names = export.Argument<bool>("Spawn") ? ["HandlerTable", "Spawning", "SpawnParameters"] : ["HandlerTable"];
        var taken = names.FirstOrDefault(n => n == type.Name || type.GetMembers(n).Any(static m => !TypeReader.IsGenerated(m)));
        if (taken is null)
        {
            return true;
        }

        violations.Report(
            Rules.HYP1003AmbiguousHandlers, type,
            $"'{type.Name}' has a member '{taken}', which is the name of what is generated for it; rename the member");
        return false;
    }

    private static IEnumerable<(INamedTypeSymbol Type, bool Exported)> WithBases(
        IEnumerable<(INamedTypeSymbol Type, bool Exported)> protocols, CancellationToken cancellation)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var named = protocols.Where(p => seen.Add(p.Type)).ToList();
        return named.Concat(named.SelectMany(
            p => ProtocolReader.Bases(p.Type, cancellation).Where(seen.Add).Select(b => (b, p.Exported)).ToList()));
    }

    private static IEnumerable<(INamedTypeSymbol Type, bool Exported)> Protocols(
        INamedTypeSymbol type, List<Violation>? violations, CancellationToken cancellation)
    {
        // An alias adds no handler; whether it is kept is checked when all handlers are known.
        foreach (var (protocol, at, exported) in ProtocolForms.Named(type).Where(static n => !n.Exported || !n.Type.Has("Alias")))
        {
            var form = protocol.Protocol();
            var isUsable = form is not null && ProtocolReader.IsUsable(protocol, null, cancellation);
            var problem = form is null ? "it is no interface, union or message that is marked [Handler], and no [Alias]"
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
}
