using Hyperactor.Generators.Model;
using Hyperactor.Generators.Shape;
using Hyperactor.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Messages;

/// <summary><c>[Named]</c> types: a codec in each, and lines for the catalog.</summary>
internal static class MessagePipeline
{
    /// <summary>Registers the pipeline.</summary>
    /// <returns>What the catalog registers.</returns>
    public static IncrementalValuesProvider<EquatableArray<Registration>> Register(
        IncrementalGeneratorInitializationContext context)
    {
        var messages = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.Named,
                static (_, _) => true,
                static (found, cancellation) => found.TargetSymbol is INamedTypeSymbol type
                    ? MessageReader.Read(type, null, cancellation)
                    : null)
            .Where(static m => m is not null)
            .Select(static (m, _) => m!)
            .WithTrackingName(TrackingNames.Messages);
        context.RegisterSourceOutput(
            messages.Where(static m => m.Codec is not null),
            static (output, message) => output.AddSource(
                HintNames.Of(message.Place.FullName, "Codec"), MessageEmitter.Emit(message.Place, message.Codec!)));
        return messages.Select(static (m, _) => m.Registrations);
    }
}
