using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>
/// Reads what types say on the wire, from the models that the generator writes code for. What other assemblies declare is
/// theirs to lock.
/// </summary>
internal sealed class WireReader
{
    private readonly CancellationToken _cancellation;
    private readonly List<WireDeclaration> _declarations = [];
    private readonly WireValueReader _values;

    private WireReader(CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _values = new(_declarations, cancellation);
    }

    /// <summary>What a type declares, and the enums and structs without a name of their own that it needs.</summary>
    public static IReadOnlyList<WireDeclaration> Read(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var reader = new WireReader(cancellation);
        if (!TypeReader.IsGenerated(type))
        {
            reader.Add(type);
        }

        return reader._declarations;
    }

    /// <summary>What an enum or a struct without a name of its own says, if some message holds it; null if it is none.</summary>
    public static WireDeclaration? ReadUnnamed(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var reader = new WireReader(cancellation);
        reader._values.Reach(type);
        return reader._declarations.FirstOrDefault();
    }

    /// <summary>What the assembly says that is compiled.</summary>
    public static WireModel Read(Compilation compilation, CancellationToken cancellation) => WireModel.Of(
        Types(compilation.Assembly.GlobalNamespace).SelectMany(t => Read(t, cancellation))
            .Select(static d => d.Entry).OfType<WireEntry>());

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var inner in Types(member))
            {
                yield return inner;
            }
        }
    }

    private void Add(INamedTypeSymbol type)
    {
        if (type.Protocol() is not null)
        {
            AddHandlers(WireKind.Protocol, type, ProtocolReader.Read(type, null, _cancellation)?.Handlers, null);
        }

        if (type.IsActor())
        {
            if (type.Has("Export"))
            {
                var model = ActorReader.Read(type, null, _cancellation);
                AddHandlers(WireKind.Actor, type, model?.Handlers, model?.Spawn);
            }
        }
        else if (type.TypeKind != TypeKind.Interface && (type.Has("Named") || type.IsCase()))
        {
            _values.AddNamed(type);
        }
    }

    private void AddHandlers(WireKind kind, INamedTypeSymbol type, EquatableArray<HandlerModel>? handlers, SpawnModel? spawn)
    {
        var uri = type.Uri();
        var key = WireEntry.KeyOf(kind, uri);
        if (handlers is null)
        {
            _declarations.Add(new(key, null, type));
            return;
        }

        var places = HandlerPlaces.Read(type);
        var facts = new List<WireFact>();
        foreach (var handler in handlers.Value.Where(static h => h.Exported))
        {
            // Of a base in another assembly only the table is at hand.
            var reply = places.TryGetValue(handler.MessageUri, out var place) ? place.Reply : null;
            facts.Add(new(
                handler.Name, handler.MessageUri, Marks(handler),
                reply is null ? handler.Reply?.Replace("global::", "") : TypeReader.Read(reply).Uri));
            _values.Reach(reply);
        }

        var marks = spawn is null ? default : new EquatableArray<string>([WireMarks.Spawn]);
        var entry = new WireEntry(kind, uri, default, null, marks, facts.OrderBy(static f => f.Type, StringComparer.Ordinal).ToEquatable());
        var declaration = new WireDeclaration(key, entry, type);
        _declarations.Add(declaration);
        foreach (var handler in handlers.Value)
        {
            if (places.TryGetValue(handler.MessageUri, out var place))
            {
                declaration.Declare(handler.MessageUri, place.At);
                _values.AddMade(handler.Made?.Codec, place.At, place.Parameters, entry);
            }
        }

        if (spawn is not null)
        {
            // There is one that may be called, or it could not be created by name.
            var constructor = type.InstanceConstructors.First(static c => c.DeclaredAccessibility
                is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal);
            _values.AddMade(spawn.Parameters.Codec, constructor, constructor.Parameters, entry);
        }
    }

    private static EquatableArray<string> Marks(HandlerModel handler)
    {
        var kind = handler.Kind switch
        {
            HandlerKind.OneWay => WireMarks.OneWay,
            HandlerKind.Acknowledged => WireMarks.Acknowledged,
            _ => WireMarks.Call,
        };
        return new(handler.Castable ? [kind, WireMarks.Castable] : [kind]);
    }
}
