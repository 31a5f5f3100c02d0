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
        var protocols = Protocols(type, export, violations, cancellation).ToList();
        foreach (var protocol in protocols
            .Concat(protocols.SelectMany(p => ProtocolReader.Bases(p, cancellation)))
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default))
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

        var models = handlers.ToModels(inherited);
        CheckAliases(type, export, models, violations, cancellation);
        return new(
            PlaceReader.Read(type), type.Uri(), type.Access().Keyword(), PlaceReader.ClientName(type), exported,
            inherited.Count > 0 || Hides(type, "HandlerTable", static b => Handlers(b).Any()), models, spawn,
            DocReader.Read(type, cancellation), registrations.ToEquatable());
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
            : ForeignBase(type) is { } foreign && TableReader.Hidden(foreign) is { } hidden
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

    private static void CheckAliases(
        INamedTypeSymbol type, AttributeData? export, EquatableArray<HandlerModel> handlers, List<Violation>? violations,
        CancellationToken cancellation)
    {
        if (violations is null || export is not { ConstructorArguments: [{ Kind: TypedConstantKind.Array, IsNull: false } named] })
        {
            return;
        }

        var kept = new HashSet<string>(handlers.Where(static h => h.Exported).Select(Promise), StringComparer.Ordinal);
        foreach (var alias in named.Values.Select(static v => v.Value).OfType<INamedTypeSymbol>())
        {
            var missing = AliasReader.Read(alias, null, cancellation)?.Handlers.FirstOrDefault(h => !kept.Contains(Promise(h)));
            if (missing is not null)
            {
                violations.Report(
                    Rules.HYP1009PromiseNotKept, export, type, type.Name, alias.Name,
                    $"it has no such handler of '{missing.MessageUri}'");
            }
        }

        static string Promise(HandlerModel handler) => $"{handler.Kind} {handler.MessageUri} {handler.Reply?.Replace("?", "")}";
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

            if (protocol.Has("Alias"))
            {
                // It adds no handler; whether it is kept is checked when all of them are known.
            }
            else if (protocol.TypeKind != TypeKind.Interface || !protocol.Has("Handler"))
            {
                violations.Report(
                    Rules.HYP1005MisplacedAttribute, export, type,
                    $"'{protocol.Name}' cannot be exported: it is neither an interface marked [Handler] nor an [Alias]");
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
        for (var @base = type.BaseType; @base is not null && @base.IsActor(); @base = @base.BaseType)
        {
            if (@base.DeclaringSyntaxReferences.IsEmpty && TableReader.Find(@base) is not null)
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

    // The nearest base class that has a table: it holds the handlers of all that are above it, too.
    private static List<HandlerModel> Inherited(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var @base = type.BaseType;
        while (@base is not null && !@base.Has("Export") && !Handlers(@base).Any()
            && (!@base.DeclaringSyntaxReferences.IsEmpty || TableReader.Find(@base) is null))
        {
            @base = @base.BaseType;
        }

        if (@base is null)
        {
            return [];
        }

        IReadOnlyList<HandlerModel> handlers = @base.DeclaringSyntaxReferences.IsEmpty
            ? new TableReader(@base).Read(cancellation)
            : Read(@base, null, cancellation) is { } model ? model.Handlers : [];
        return
        [
            .. handlers.Select(h => h with
            {
                Method = h.TableName, Via = null, Inherited = @base.Type(), Made = null, HasClient = true,
                Exported = h.Exported && type.Has("Export"), Castable = h.Castable && type.Has("Export"),
            }),
        ];
    }
}
