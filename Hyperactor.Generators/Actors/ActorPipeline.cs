using Hyperactor.Generators.Model;
using Hyperactor.Generators.Shape;
using Hyperactor.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.Generators.Actors;

/// <summary>Actors: messages, dispatch and clients.</summary>
internal static class ActorPipeline
{
    /// <summary>The actors that carry <c>[Export]</c>.</summary>
    public static IncrementalValuesProvider<ActorModel> ReadExported(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.Export,
                static (node, _) => node is ClassDeclarationSyntax,
                static (found, cancellation) => found.TargetSymbol is INamedTypeSymbol type
                    ? ActorReader.Read(type, null, cancellation)
                    : null)
            .Where(static a => a is not null)
            .Select(static (a, _) => a!)
            .WithTrackingName(TrackingNames.ExportedActors);

    /// <summary>The actors that have handlers and are not exported.</summary>
    public static IncrementalValuesProvider<ActorModel> ReadLocal(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.Handler,
                static (node, _) => node is MethodDeclarationSyntax { Parent: ClassDeclarationSyntax },
                static (found, cancellation) => IsFirstOfLocalActor(found.TargetSymbol)
                    ? ActorReader.Read(found.TargetSymbol.ContainingType, null, cancellation)
                    : null)
            .Where(static a => a is not null)
            .Select(static (a, _) => a!)
            .WithTrackingName(TrackingNames.LocalActors);

    /// <summary>The actors that handle protocols without exporting anything.</summary>
    public static IncrementalValuesProvider<ActorModel> ReadForwarding(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.Forward,
                static (node, _) => node is ClassDeclarationSyntax,
                static (found, cancellation) => found.TargetSymbol is INamedTypeSymbol type && !type.Has("Export")
                    ? ActorReader.Read(type, null, cancellation)
                    : null)
            .Where(static a => a is not null)
            .Select(static (a, _) => a!)
            .WithTrackingName(TrackingNames.ForwardingActors);

    /// <summary>Writes their messages, dispatch and clients.</summary>
    public static void Emit(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<ActorModel> actors,
        IncrementalValueProvider<EquatableArray<string>> clashes) =>
        context.RegisterSourceOutput(
            actors.Combine(clashes), static (output, both) => Emit(output, both.Left, both.Right));

    // An actor has one model, however many handlers it has: the first one stands for it.
    private static bool IsFirstOfLocalActor(ISymbol method) =>
        method.ContainingType is { } type
        && type.IsActor()
        && !type.Has("Export")
        && !type.Has("Forward")
        && SymbolEqualityComparer.Default.Equals(ActorReader.Handlers(type).FirstOrDefault(), method);

    private static void Emit(SourceProductionContext output, ActorModel actor, EquatableArray<string> clashes)
    {
        var stem = actor.Place.FullName;
        if (actor.Spawn is not null || actor.Handlers.Any(static h => h.Made is not null))
        {
            output.AddSource(HintNames.Of(stem, "Messages", clashes), ActorMessagesEmitter.Emit(actor));
        }

        output.AddSource(HintNames.Of(stem, "Dispatch", clashes), DispatchEmitter.Emit(actor));
        if (actor.Spawn is not null || actor.Handlers.Count > 0)
        {
            output.AddSource(HintNames.Of(stem, "Client", clashes), ActorClientEmitter.Emit(actor));
        }
    }
}
