using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hyperactor.Data;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hyperactor.Analyzers;

/// <summary>Reports types of one compilation that share a name, or the number that stands for it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UriAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.DuplicateUri];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.Named) is null)
            {
                return;
            }

            var names = new ConcurrentBag<Name>();
            start.RegisterSymbolAction(c => Collect((INamedTypeSymbol)c.Symbol, names, c.CancellationToken), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(c => Report(c, names));
        });
    }

    // Actors and protocols are looked up by text; messages, beside their text, by number.
    private static void Collect(INamedTypeSymbol type, ConcurrentBag<Name> names, CancellationToken cancellation)
    {
        if (type.Has("Alias"))
        {
            names.Add(new("actor " + type.Uri(), type.Uri(), type.Name, Place(type)));
        }
        else if (type.Has("Export") || type.TypeKind == TypeKind.Interface && type.Has("Handler"))
        {
            names.Add(new("actor " + type.Uri(), type.Uri(), type.Name, Place(type)));
            var handlers = type.TypeKind == TypeKind.Interface
                ? ProtocolReader.Read(type, null, cancellation)?.Handlers
                : ActorReader.Read(type, null, cancellation)?.Handlers;
            foreach (var handler in handlers ?? default)
            {
                if (handler.Made is { Uri: { } uri } made)
                {
                    names.Add(new(TypeHash.Of(uri).ToString("X16"), uri, $"{type.Name}.{made.Name}", Place(type)));
                }
            }
        }
        else if ((type.Has("Named") || type.IsCase()) && type.TypeKind != TypeKind.Interface && !type.IsActor())
        {
            // Of a generic type only uses have numbers, and theirs differ as soon as the count of arguments does.
            var uri = type.Uri();
            var key = type.Reduces() is not null ? "reducer " + uri
                : PlaceReader.IsGeneric(type) ? $"generic {PlaceReader.TypeParameters(type).Count} {uri}"
                : TypeHash.Of(uri).ToString("X16");
            names.Add(new(key, uri, type.Name, Place(type)));
        }
    }

    private static void Report(CompilationAnalysisContext context, ConcurrentBag<Name> names)
    {
        foreach (var group in names.GroupBy(static n => n.Key).Where(static g => g.Count() > 1))
        {
            var sorted = group
                .OrderBy(static n => n.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(static n => n.Location.SourceSpan.Start)
                .ToList();
            foreach (var name in sorted.Skip(1))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.DuplicateUri, name.Location, name.Type, sorted[0].Type, name.Uri));
            }
        }
    }

    private static Location Place(INamedTypeSymbol type) =>
        type.Locations.FirstOrDefault(static l => l.IsInSource) ?? Location.None;

    private sealed record Name(string Key, string Uri, string Type, Location Location);
}
