using Hyperactor.Generators.Model;
using Hyperactor.Generators.Shape;
using Hyperactor.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Messages;

/// <summary><c>[Named]</c> types: a codec in each, and lines for the catalog.</summary>
internal static class MessagePipeline
{
    /// <summary>The messages of the compilation.</summary>
    public static IncrementalValuesProvider<MessageModel> Read(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.Named,
                static (_, _) => true,
                static (found, cancellation) => found.TargetSymbol is INamedTypeSymbol type
                    ? MessageReader.ReadAll(type, cancellation)
                    : default)
            .SelectMany(static (all, _) => all)
            .WithTrackingName(TrackingNames.Messages);

    /// <summary>Writes their codecs.</summary>
    public static void Emit(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<MessageModel> messages,
        IncrementalValueProvider<EquatableArray<string>> clashes) =>
        context.RegisterSourceOutput(
            messages.Where(static m => m.Codec is not null).Combine(clashes),
            static (output, both) => output.AddSource(
                HintNames.Of(both.Left.Place.FullName, "Codec", both.Right),
                MessageEmitter.Emit(both.Left.Place, both.Left.Codec!)));
}
