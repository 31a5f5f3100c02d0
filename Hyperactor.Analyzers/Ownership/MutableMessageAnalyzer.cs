using System.Collections.Immutable;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hyperactor.Analyzers.Ownership;

/// <summary>Advises to make messages, and what handlers take, of what cannot be changed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MutableMessageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [OwnershipDescriptors.MutableMessage];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.Named) is not null)
            {
                start.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
                start.RegisterSymbolAction(AnalyzeHandler, SymbolKind.Method);
            }
        });
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.IsMessage())
        {
            return;
        }

        foreach (var member in type.GetMembers())
        {
            if (member.IsStatic || member.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal))
            {
                continue;
            }

            switch (member)
            {
                // The setter of a struct changes a copy.
                case IPropertySymbol { SetMethod: { IsInitOnly: false, DeclaredAccessibility: not Accessibility.Private } }
                    when type.IsReferenceType:
                    Report(context, member, "can be set", "write init instead of set");
                    break;
                case IFieldSymbol { IsReadOnly: false, IsConst: false, IsImplicitlyDeclared: false } when type.IsReferenceType:
                    Report(context, member, "can be assigned", "make it readonly, or a property with init");
                    break;
                case IPropertySymbol { IsIndexer: false } property when Better(property.Type) is { } better:
                    Report(context, member, "can be changed", better);
                    break;
                case IFieldSymbol { IsConst: false, IsImplicitlyDeclared: false } field when Better(field.Type) is { } better:
                    Report(context, member, "can be changed", better);
                    break;
            }
        }
    }

    private static void AnalyzeHandler(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.Parameters.IsEmpty
            || !(method.Has("Handler") || method.ContainingType is { TypeKind: TypeKind.Interface } type && type.Has("Handler")))
        {
            return;
        }

        foreach (var parameter in method.Parameters)
        {
            if (Better(parameter.Type) is { } better)
            {
                Report(context, parameter, "can be changed", better);
            }
        }
    }

    private static string? Better(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol => "take an ImmutableArray",
        { Name: "Memory" } when Immutability.IsCollection(type) => "take a ReadOnlyMemory",
        { Name: "List" or "IList" or "ICollection" or "Collection" } when Immutability.IsCollection(type) =>
            "take an ImmutableArray, or an IReadOnlyList",
        { Name: "Dictionary" or "IDictionary" or "SortedDictionary" } when Immutability.IsCollection(type) =>
            "take an ImmutableDictionary, or an IReadOnlyDictionary",
        { Name: "HashSet" or "ISet" or "SortedSet" } when Immutability.IsCollection(type) => "take an ImmutableHashSet",
        _ when Immutability.IsCollection(type) => "take an immutable collection",
        _ => null,
    };

    private static void Report(SymbolAnalysisContext context, ISymbol symbol, string how, string better) =>
        context.ReportDiagnostic(Diagnostic.Create(
            OwnershipDescriptors.MutableMessage,
            symbol.Locations.FirstOrDefault(static l => l.IsInSource) ?? Location.None, symbol.Name, how, better));
}
