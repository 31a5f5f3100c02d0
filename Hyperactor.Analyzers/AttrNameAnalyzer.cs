using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hyperactor.Analyzers;

/// <summary>Reports keys of one compilation that share a name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AttrNameAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.DuplicateAttr];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.DeclareAttrs) is null)
            {
                return;
            }

            var keys = new ConcurrentBag<Key>();
            start.RegisterSymbolAction(c => Collect((INamedTypeSymbol)c.Symbol, keys, c.CancellationToken), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(c => Report(c, keys));
        });
    }

    private static void Collect(INamedTypeSymbol type, ConcurrentBag<Key> keys, CancellationToken cancellation)
    {
        if (!type.Has("DeclareAttrs") || AttrReader.Read(type, null, cancellation) is not { } model)
        {
            return;
        }

        foreach (var key in model.Keys)
        {
            var property = type.GetMembers(key.Property.TrimStart('@')).First();
            var place = property.Locations.FirstOrDefault(static l => l.IsInSource) ?? Location.None;
            keys.Add(new(key.Name, $"{type.Name}.{property.Name}", place));
        }
    }

    private static void Report(CompilationAnalysisContext context, ConcurrentBag<Key> keys)
    {
        foreach (var group in keys.GroupBy(static k => k.Name).Where(static g => g.Count() > 1))
        {
            var sorted = group
                .OrderBy(static k => k.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(static k => k.Location.SourceSpan.Start)
                .ToList();
            foreach (var key in sorted.Skip(1))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.DuplicateAttr, key.Location, key.Property, sorted[0].Property, key.Name));
            }
        }
    }

    private sealed record Key(string Name, string Property, Location Location);
}
