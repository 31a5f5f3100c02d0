using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads the handlers that an actor has of its base classes.</summary>
internal static class InheritedReader
{
    /// <summary>
    /// The handlers of the nearest base class that has a table, which holds those of all that are above it, too. In this
    /// assembly they are read as their class is; in another one, from the table itself.
    /// </summary>
    public static IReadOnlyList<HandlerModel> Read(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var @base = type.BaseType;
        while (@base is not null && !@base.Has("Export") && !ProtocolForms.HasHandlers(@base)
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
            : ActorReader.Read(@base, null, cancellation) is { } model ? model.Handlers : [];
        var exported = type.Has("Export");
        return
        [
            .. handlers.Select(h => h with
            {
                Method = h.TableName,
                Via = null,
                Inherited = @base.Type(),
                Made = null,
                HasClient = true,
                Exported = h.Exported && exported,
                Castable = h.Castable && exported,
            }),
        ];
    }

    /// <summary>The nearest base class of another assembly that has handlers, or null.</summary>
    public static INamedTypeSymbol? Foreign(INamedTypeSymbol type)
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
}
