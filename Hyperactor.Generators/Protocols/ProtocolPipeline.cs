using Hyperactor.Generators.Model;
using Hyperactor.Generators.Shape;
using Hyperactor.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.Generators.Protocols;

/// <summary>
/// <c>[Handler]</c> interfaces, unions and messages: messages or handler interfaces, and clients. <c>[Alias]</c> types:
/// clients alone.
/// </summary>
internal static class ProtocolPipeline
{
    /// <summary>The protocols of the compilation.</summary>
    public static IncrementalValuesProvider<ProtocolModel> Read(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.Handler,
                static (node, _) => node is TypeDeclarationSyntax,
                static (found, cancellation) => found.TargetSymbol is INamedTypeSymbol type && type.Protocol() is not null
                    ? ProtocolReader.Read(type, null, cancellation)
                    : null)
            .Where(static p => p is not null)
            .Select(static (p, _) => p!)
            .WithTrackingName(TrackingNames.Protocols);

    /// <summary>The aliases of the compilation.</summary>
    public static IncrementalValuesProvider<ProtocolModel> ReadAliases(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.Alias,
                static (node, _) => node is TypeDeclarationSyntax,
                static (found, cancellation) => found.TargetSymbol is INamedTypeSymbol type
                    ? AliasReader.Read(type, null, cancellation)
                    : null)
            .Where(static a => a is not null)
            .Select(static (a, _) => a!)
            .WithTrackingName(TrackingNames.Aliases);

    /// <summary>Writes their messages and clients; of an alias, what it stands for.</summary>
    public static void Emit(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<ProtocolModel> protocols,
        IncrementalValueProvider<EquatableArray<string>> clashes) =>
        context.RegisterSourceOutput(
            protocols.Where(static p => p.Handlers.Count > 0).Combine(clashes),
            static (output, both) =>
            {
                var stem = both.Left.Place.FullName;
                if (both.Left.Interface is null)
                {
                    output.AddSource(
                        HintNames.Of(stem, both.Left.IsAlias ? "Alias" : "Messages", both.Right),
                        ProtocolMessagesEmitter.Emit(both.Left));
                }
                else
                {
                    output.AddSource(
                        HintNames.Of(stem, "Handler", both.Right), HandlerInterfaceEmitter.Emit(both.Left));
                }

                output.AddSource(
                    HintNames.Of(stem, "Client", both.Right), ProtocolClientEmitter.Emit(both.Left));
            });
}
