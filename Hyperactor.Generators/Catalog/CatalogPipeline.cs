using Hyperactor.Generators.Model;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Catalog;

/// <summary>One catalog for the assembly, of what the other pipelines write.</summary>
internal static class CatalogPipeline
{
    /// <summary>Writes the catalog.</summary>
    public static void Emit(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<EquatableArray<Registration>> messages,
        IncrementalValuesProvider<EquatableArray<Registration>> actors,
        IncrementalValuesProvider<EquatableArray<Registration>> protocols,
        IncrementalValuesProvider<EquatableArray<Registration>> aliases,
        IncrementalValuesProvider<EquatableArray<Registration>> attrs)
    {
        var assembly = context.CompilationProvider
            .Select(AssemblyReader.Read)
            .WithTrackingName(TrackingNames.Assembly);
        var registered = context.CompilationProvider
            .Select(RegisteredReader.Read)
            .WithTrackingName(TrackingNames.Registered);
        var registrations = messages.Collect()
            .Combine(actors.Collect())
            .Combine(protocols.Collect())
            .Combine(aliases.Collect())
            .Combine(attrs.Collect())
            .Combine(registered)
            .Select(static (all, _) => Sort(
                [
                    .. all.Left.Left.Left.Left.Left, .. all.Left.Left.Left.Left.Right, .. all.Left.Left.Left.Right,
                    .. all.Left.Left.Right, .. all.Left.Right, all.Right,
                ]))
            .WithTrackingName(TrackingNames.Registrations);
        var catalog = assembly.Combine(registrations)
            .Select(static (both, _) => new CatalogModel(both.Left, both.Right))
            .WithTrackingName(TrackingNames.Catalog);
        context.RegisterSourceOutput(catalog, static (output, catalog) =>
        {
            if (catalog.Registrations.Count > 0 || (catalog.Assembly.IsProgram && catalog.Assembly.Catalogs.Count > 0))
            {
                output.AddSource("Hyperactor.Catalog.g.cs", CatalogEmitter.Emit(catalog));
            }
        });
    }

    // Two messages with one member type both ask for its codec; one line is enough.
    private static EquatableArray<Registration> Sort(IEnumerable<EquatableArray<Registration>> all) =>
        all.SelectMany(static r => r)
            .Distinct()
            .OrderBy(static r => r.Kind)
            .ThenBy(static r => r.Uri, StringComparer.Ordinal)
            .ThenBy(static r => r.Code, StringComparer.Ordinal)
            .ToEquatable();
}
