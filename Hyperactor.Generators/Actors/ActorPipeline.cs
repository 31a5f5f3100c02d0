using Hyperactor.Generators.Model;
using Hyperactor.Generators.Shape;
using Hyperactor.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.Generators.Actors;

/// <summary>Actors: messages, dispatch and clients.</summary>
internal static class ActorPipeline
{
    /// <summary>Registers the pipeline of <c>[Export]</c>.</summary>
    /// <returns>What the catalog registers.</returns>
    public static IncrementalValuesProvider<EquatableArray<Registration>> RegisterExported(
        IncrementalGeneratorInitializationContext context)
    {
        var actors = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.Export,
                static (node, _) => node is ClassDeclarationSyntax,
                static (found, cancellation) => found.TargetSymbol is INamedTypeSymbol type
                    ? ActorReader.Read(type, null, cancellation)
                    : null)
            .Where(static a => a is not null)
            .Select(static (a, _) => a!)
            .WithTrackingName(TrackingNames.ExportedActors);
        context.RegisterSourceOutput(actors, Emit);
        return actors.Select(static (a, _) => a.Registrations);
    }

    /// <summary>Registers the pipeline of actors that have handlers and are not exported.</summary>
    public static void RegisterLocal(IncrementalGeneratorInitializationContext context)
    {
        var actors = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.Handler,
                static (node, _) => node is MethodDeclarationSyntax { Parent: ClassDeclarationSyntax },
                static (found, cancellation) => IsFirstOfLocalActor(found.TargetSymbol)
                    ? ActorReader.Read(found.TargetSymbol.ContainingType, null, cancellation)
                    : null)
            .Where(static a => a is not null)
            .Select(static (a, _) => a!)
            .WithTrackingName(TrackingNames.LocalActors);
        context.RegisterSourceOutput(actors, Emit);
    }

    // An actor has one model, however many handlers it has: the first one stands for it.
    private static bool IsFirstOfLocalActor(ISymbol method) =>
        method.ContainingType is { } type
        && type.IsActor()
        && !type.Has("Export")
        && SymbolEqualityComparer.Default.Equals(ActorReader.Handlers(type).First(), method);

    private static void Emit(SourceProductionContext output, ActorModel actor)
    {
        var stem = actor.Place.FullName;
        if (actor.Spawn is not null || actor.Handlers.Any(static h => h.Made is not null))
        {
            output.AddSource(HintNames.Of(stem, "Messages"), ActorMessagesEmitter.Emit(actor));
        }

        output.AddSource(HintNames.Of(stem, "Dispatch"), DispatchEmitter.Emit(actor));
        if (actor.Spawn is not null || actor.Handlers.Count > 0)
        {
            output.AddSource(HintNames.Of(stem, "Client"), ActorClientEmitter.Emit(actor));
        }
    }
}
