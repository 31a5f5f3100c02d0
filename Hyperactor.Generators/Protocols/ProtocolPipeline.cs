using Hyperactor.Generators.Model;
using Hyperactor.Generators.Shape;
using Hyperactor.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.Generators.Protocols;

/// <summary><c>[Handler]</c> interfaces: messages and clients.</summary>
internal static class ProtocolPipeline
{
    /// <summary>Registers the pipeline.</summary>
    /// <returns>What the catalog registers.</returns>
    public static IncrementalValuesProvider<EquatableArray<Registration>> Register(
        IncrementalGeneratorInitializationContext context)
    {
        var protocols = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.Handler,
                static (node, _) => node is InterfaceDeclarationSyntax,
                static (found, cancellation) => found.TargetSymbol is INamedTypeSymbol type
                    ? ProtocolReader.Read(type, null, cancellation)
                    : null)
            .Where(static p => p is not null)
            .Select(static (p, _) => p!)
            .WithTrackingName(TrackingNames.Protocols);
        context.RegisterSourceOutput(
            protocols.Where(static p => p.Handlers.Count > 0),
            static (output, protocol) =>
            {
                var stem = protocol.Place.FullName;
                output.AddSource(HintNames.Of(stem, "Messages"), ProtocolMessagesEmitter.Emit(protocol));
                output.AddSource(HintNames.Of(stem, "Client"), ProtocolClientEmitter.Emit(protocol));
            });
        return protocols.Select(static (p, _) => p.Registrations);
    }
}
