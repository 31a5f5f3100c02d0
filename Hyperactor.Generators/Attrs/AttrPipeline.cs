using Hyperactor.Generators.Model;
using Hyperactor.Generators.Shape;
using Hyperactor.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.Generators.Attrs;

/// <summary><c>[DeclareAttrs]</c> classes: their keys and settings, and lines for the catalog.</summary>
internal static class AttrPipeline
{
    /// <summary>The classes of the compilation.</summary>
    public static IncrementalValuesProvider<AttrClassModel> Read(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.DeclareAttrs,
                static (node, _) => node is ClassDeclarationSyntax,
                static (found, cancellation) => found.TargetSymbol is INamedTypeSymbol type
                    ? AttrReader.Read(type, null, cancellation)
                    : null)
            .Where(static a => a is not null)
            .Select(static (a, _) => a!)
            .WithTrackingName(TrackingNames.Attrs);

    /// <summary>Writes their properties.</summary>
    public static void Emit(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<AttrClassModel> classes,
        IncrementalValueProvider<EquatableArray<string>> clashes) =>
        context.RegisterSourceOutput(
            classes.Combine(clashes),
            static (output, both) => output.AddSource(
                HintNames.Of(both.Left.Place.FullName, "Attrs", both.Right), AttrEmitter.Emit(both.Left)));
}
