using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads what an <c>[Alias]</c> stands for, and what it gets wrong.</summary>
internal sealed class AliasReader
{
    private readonly INamedTypeSymbol _type;
    private readonly AttributeData _attribute;
    private readonly List<Violation>? _violations;
    private readonly HandlerList _handlers;
    private readonly List<Registration> _registrations = [];
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    private AliasReader(INamedTypeSymbol type, AttributeData attribute, List<Violation>? violations)
    {
        _type = type;
        _attribute = attribute;
        _violations = violations;
        _handlers = new(violations);
    }

    /// <summary>Reads an alias; null if nothing can be written for it.</summary>
    public static ProtocolModel? Read(INamedTypeSymbol type, List<Violation>? violations, CancellationToken cancellation)
    {
        if (type.Ours("Alias") is not { } attribute)
        {
            return null;
        }

        var reader = new AliasReader(type, attribute, violations);
        if (reader.Problem() is { } problem)
        {
            reader.Report(problem);
            return null;
        }

        if (!type.DeclaringSyntaxReferences.IsEmpty && !PlaceReader.IsOpen(type, violations, cancellation))
        {
            return null;
        }

        reader.AddAll(type, attribute, cancellation);
        var handlers = reader._handlers.ToModels();
        if (handlers.Count == 0)
        {
            return null;
        }

        reader._registrations.Add(ProtocolReader.Promise(type, handlers));
        return new(
            PlaceReader.Read(type), type.Uri(), type.Access().Keyword(), PlaceReader.ClientName(type), handlers,
            reader._registrations.ToEquatable())
        {
            IsAlias = true,
        };
    }

    /// <summary>Notes the aliases that an actor says it keeps, and does not.</summary>
    public static void CheckKept(
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
            var missing = Read(alias, null, cancellation)?.Handlers.FirstOrDefault(h => !kept.Contains(Promise(h)));
            if (missing is not null)
            {
                violations.Report(
                    Rules.HYP1009PromiseNotKept, export, type, type.Name, alias.Name,
                    $"it has no such handler of '{missing.MessageUri}'");
            }
        }

        static string Promise(HandlerModel handler) => $"{handler.Kind} {handler.MessageUri} {handler.Reply?.Replace("?", "")}";
    }

    private string? Problem() =>
        _type.IsActor() ? "it is an actor; an alias is a type of its own"
        : _type.Has("Handler") ? "it is a protocol already"
        : _type.IsStatic ? "it is static, and nothing can be typed by it"
        : PlaceReader.IsGeneric(_type) ? "it is generic"
        : _type.Access() == Access.Hidden ? "it is not visible in all of its assembly; make it internal or public"
        : PlaceReader.InTheWayOfClient(_type) is { } other ? $"its clients would be called '{other.Name}', as another type is"
        : _attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Array, IsNull: false, Values.IsEmpty: false }] ? null
        : "it names no message";

    private void AddAll(INamedTypeSymbol alias, AttributeData attribute, CancellationToken cancellation)
    {
        var own = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var element in Elements(attribute))
        {
            cancellation.ThrowIfCancellationRequested();
            if (element is not INamedTypeSymbol named)
            {
                Report($"'{element.ToDisplayString()}' is no message");
            }
            else if (SymbolEqualityComparer.Default.Equals(named, _type))
            {
                Report("it would stand for itself");
            }
            else if (!own.Add(named) && SymbolEqualityComparer.Default.Equals(alias, _type))
            {
                Report($"it names '{named.Name}' twice");
            }
            else if (_seen.Add(named))
            {
                Add(named, cancellation);
            }
        }
    }

    // What the compiler does not find, it reports; what is yet to be generated, only the analyzers find.
    private static IEnumerable<ITypeSymbol> Elements(AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Array, IsNull: false } array]
            ? array.Values.Select(static v => v.Value).OfType<ITypeSymbol>().Where(static t => t.TypeKind != TypeKind.Error)
            : [];

    private void Add(INamedTypeSymbol element, CancellationToken cancellation)
    {
        if (TypeReader.IsGenerated(element))
        {
            Report(
                $"'{element.Name}' is generated in this project, and a generator cannot see what is generated; "
                + "name the protocol that makes it, or declare the message yourself");
        }
        else if (element.Ours("Alias") is { } alias)
        {
            AddAll(element, alias, cancellation);
        }
        else if (element.Protocol() is not null)
        {
            AddProtocol(element, cancellation);
        }
        else if (WhyNoMessage(element) is { } why)
        {
            Report($"'{element.Name}' {why}");
        }
        else if (MessageReading.Read(element, _type, _registrations, cancellation, out var problem) is { } handler)
        {
            AddMessage(element, handler);
        }
        else if (problem.Length > 0)
        {
            Report($"'{element.Name}' {problem}");
        }
    }

    private void AddMessage(INamedTypeSymbol message, HandlerModel handler)
    {
        if (_type.TypeKind == TypeKind.Interface && message.Access() < _type.Access())
        {
            Report($"'{message.Name}' is less visible than the alias, which promises it to everyone; make the alias internal");
        }
        else if (!_handlers.Takes(handler.MessageUri))
        {
            _handlers.Add(handler, _type);
        }
    }

    private void AddProtocol(INamedTypeSymbol protocol, CancellationToken cancellation)
    {
        foreach (var part in new[] { protocol }.Concat(ProtocolReader.Bases(protocol, cancellation)))
        {
            if (_type.TypeKind == TypeKind.Interface && part.Access() < _type.Access())
            {
                Report($"'{part.Name}' is less visible than the alias, which promises it to everyone; make the alias internal");
                continue;
            }

            // What is wrong with a protocol is said where it is declared.
            var handlers = new HandlerList(null);
            if (ProtocolReader.IsUsable(part, null, cancellation))
            {
                ProtocolReader.ReadInto(part, _type, exported: true, handlers, _registrations, cancellation);
            }

            foreach (var handler in handlers.ToModels().Where(h => !_handlers.Takes(h.MessageUri)))
            {
                _handlers.Add(handler with { Via = null, Instrument = null }, _type);
            }
        }
    }

    private static string? WhyNoMessage(INamedTypeSymbol type) =>
        type.IsUnboundGenericType ? "has no arguments; name a use of it"
        : type.IsActor() ? "is an actor; name its messages, or a protocol that it exports"
        : type.Reduces() is not null ? "is a reducer, which nobody is sent"
        : type.TypeKind == TypeKind.Interface ? "is an interface that is not marked [Handler]"
        : !type.IsMessage() ? "is no message; mark it [Named]"
        : null;

    private void Report(string problem) =>
        _violations.Report(Rules.HYP1008CannotAlias, _attribute, _type, _type.Name, problem);
}
