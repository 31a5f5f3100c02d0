using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>
/// Reads the handlers of an actor of another assembly. Its methods may be private and are not seen from here; what was
/// generated for it is: the table of handlers, their messages and the clients.
/// </summary>
/// <param name="actor">The actor.</param>
internal sealed class TableReader(INamedTypeSymbol actor)
{
    private readonly INamedTypeSymbol? _client =
        actor.ContainingNamespace.GetTypeMembers(PlaceReader.ClientName(actor), 0).FirstOrDefault();

    /// <summary>The table of an actor, or null.</summary>
    public static INamedTypeSymbol? Find(INamedTypeSymbol actor) =>
        actor.GetTypeMembers("HandlerTable").FirstOrDefault(MessageReading.IsMade);

    /// <summary>A message or reply of the actor's that cannot be named from here, or null.</summary>
    public static ITypeSymbol? Hidden(INamedTypeSymbol actor)
    {
        if (Find(actor) is not { } table)
        {
            return null;
        }

        var visible = new HashSet<ISymbol>(Entries(table).Select(static e => e.Type.TypeArguments[1]), SymbolEqualityComparer.Default);
        return actor.AllInterfaces
            .Where(static i => i.OriginalDefinition.IsHyperactor("IHandles") || i.OriginalDefinition.IsHyperactor("IAnswers"))
            .Where(i => !visible.Contains(i.TypeArguments[0]))
            .SelectMany(static i => i.TypeArguments)
            .FirstOrDefault(static t => t.Access() != Access.Public);
    }

    /// <summary>The handlers in the order of the table.</summary>
    public IReadOnlyList<HandlerModel> Read(CancellationToken cancellation) =>
        Find(actor) is { } table ? [.. Entries(table).Select(e => Read(e.Name, e.Type, cancellation))] : [];

    private static IEnumerable<(string Name, INamedTypeSymbol Type)> Entries(INamedTypeSymbol table) =>
        table.GetMembers().OfType<IFieldSymbol>()
            .Where(static f => f.IsStatic && f.Type.OriginalDefinition is { } type
                && (type.Is("Hyperactor.Actors", "OneWayHandler") || type.Is("Hyperactor.Actors", "CallHandler")))
            .Select(static f => (f.Name, (INamedTypeSymbol)f.Type));

    private HandlerModel Read(string entry, INamedTypeSymbol type, CancellationToken cancellation)
    {
        var message = type.TypeArguments[1];
        var reply = type.TypeArguments.Length > 2 ? type.TypeArguments[2] : null;
        var isExplicit = !MessageReading.IsMade(message);
        if (isExplicit && OfProtocol((INamedTypeSymbol)message, cancellation) is { } known)
        {
            return known with { TableName = entry, Method = entry, Exported = actor.Has("Export") };
        }

        var kind = reply is null ? HandlerKind.OneWay
            : reply.IsHyperactor("Unit") ? HandlerKind.Acknowledged
            : HandlerKind.Call;
        var sent = isExplicit
            ? [message]
            : ((INamedTypeSymbol)message).InstanceConstructors
                .Where(c => !IsCopy(c, message)).OrderByDescending(static c => c.Parameters.Length)
                .First().Parameters.Select(static p => p.Type).ToList();
        var name = isExplicit ? Client("ActorHandle", sent, kind, null) ?? entry : MessageReading.Name(message);
        var text = message.WithNullableAnnotation(NullableAnnotation.NotAnnotated).AnnotatedType();
        var access = AccessReading.Least(message.Access(), reply?.Access() ?? Access.Public);
        return new(
            name, entry, entry, null, null, actor.Has("Export"), kind, text, message.Uri(), null, isExplicit,
            isExplicit ? new([new("message", "", text, null)]) : Parameters((INamedTypeSymbol)message),
            kind == HandlerKind.Call ? reply!.AnnotatedType() : null, false, false, false,
            Client("GangRef", sent, kind, name) is not null, access.Keyword(), Docs(message, isExplicit, cancellation), null);
    }

    // The clients of a union or a message that is a protocol spell out its members.
    private static HandlerModel? OfProtocol(INamedTypeSymbol message, CancellationToken cancellation)
    {
        var protocol = message.Protocol() is not null ? message : message.UnionOf();
        if (protocol?.Protocol() is null)
        {
            return null;
        }

        var handlers = new HandlerList(null);
        new MessageHandlerReader(protocol, exported: true, actor: null, null).ReadInto(handlers, cancellation);
        return handlers.ToModels().FirstOrDefault(h => h.MessageUri == message.Uri());
    }

    /// <summary>The name of the handler whose client takes these values, or null if there is no such client.</summary>
    private string? Client(string receiver, List<ITypeSymbol> sent, HandlerKind kind, string? name)
    {
        var suffix = kind == HandlerKind.OneWay ? "" : "Async";
        return _client?.GetMembers().OfType<IMethodSymbol>()
            .Where(m => m.Parameters.Length >= sent.Count + 2
                && m.Parameters[0].Type is INamedTypeSymbol { TypeArguments: [var whom] } whose
                && whose.OriginalDefinition.IsHyperactor(receiver)
                && SymbolEqualityComparer.Default.Equals(whom.OriginalDefinition, actor.OriginalDefinition)
                && m.Name.EndsWith(suffix, StringComparison.Ordinal)
                && sent.Select((s, i) => SymbolEqualityComparer.Default.Equals(s, m.Parameters[i + 2].Type)).All(static e => e))
            .Select(m => m.Name.Substring(0, m.Name.Length - suffix.Length))
            .FirstOrDefault(n => name is null || n == name);
    }

    private static EquatableArray<ParameterModel> Parameters(INamedTypeSymbol message)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return message.InstanceConstructors
            .Where(c => !IsCopy(c, message)).OrderByDescending(static c => c.Parameters.Length).First().Parameters
            .Select(p => new ParameterModel(
                Identifiers.Escape(Identifiers.Unique(Identifiers.Camel(p.Name), taken)), Identifiers.Escape(p.Name),
                p.Type.AnnotatedType(), Literals.Default(p)))
            .ToEquatable();
    }

    private static bool IsCopy(IMethodSymbol constructor, ITypeSymbol type) =>
        constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    // Of a made message, the words behind "The message of …" are those of the handler.
    private static DocModel Docs(ITypeSymbol message, bool isExplicit, CancellationToken cancellation)
    {
        var docs = DocReader.Read(message, cancellation);
        if (isExplicit || docs.Summary is not { } summary)
        {
            return isExplicit ? DocModel.None : docs;
        }

        var words = summary.IndexOf(". ", StringComparison.Ordinal);
        return docs with
        {
            Summary = words < 0 ? null : summary.Substring(words + 2),
            Parameters = docs.Parameters.Select(static p => p with { Name = Identifiers.Camel(p.Name) }).ToEquatable(),
        };
    }
}
