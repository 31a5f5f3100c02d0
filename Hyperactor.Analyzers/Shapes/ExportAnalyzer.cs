using System.Collections.Immutable;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hyperactor.Analyzers.Shapes;

/// <summary>Reports what is well formed, and yet never reached: nothing exports it, or nothing can.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExportAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ExportDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.Export) is not null)
            {
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (IsProtocol(type))
        {
            AnalyzeProtocol(context, type);
        }
        else if (type.IsActor())
        {
            if (type.Ours("Export") is { } export)
            {
                AnalyzeExport(context, type, export);
            }
            else
            {
                AnalyzeCasts(context, type);
            }
        }
    }

    private static void AnalyzeProtocol(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers().Where(static m => !m.IsImplicitlyDeclared && !TypeReader.IsGenerated(m)))
        {
            var problem = member switch
            {
                IPropertySymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public } =>
                    "a property has no message; declare a method that returns ValueTask<T>",
                IEventSymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public } =>
                    "an event has no message; take a port in a method",
                _ => null,
            };
            if (problem is not null)
            {
                Report(context, ExportDescriptors.NoHandler, member, member.Name, type.Name, problem);
            }
        }

        // What a protocol extends that is one itself is part of it, and answers for its own bases.
        var answered = type.AllInterfaces.Where(IsProtocol).SelectMany(static p => p.AllInterfaces.Add(p))
            .ToImmutableHashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var @base in type.AllInterfaces.Where(b =>
            !answered.Contains(b) && b.GetMembers().Any(static m => m is { IsStatic: false, IsAbstract: true })))
        {
            Report(
                context, ExportDescriptors.NoHandler, type, @base.Name, type.Name,
                "mark that interface [Handler] as well, or repeat its methods here");
        }
    }

    private static void AnalyzeExport(SymbolAnalysisContext context, INamedTypeSymbol type, AttributeData export)
    {
        var exported = export is { ConstructorArguments: [{ Kind: TypedConstantKind.Array, IsNull: false } given] }
            ? given.Values.Select(static v => v.Value).OfType<ITypeSymbol>().ToImmutableHashSet(SymbolEqualityComparer.Default)
            : [];
        foreach (var protocol in type.Interfaces.Where(p =>
            IsProtocol(p) && !IsCovered(type, p, exported) && !IsForwarded(type, p)))
        {
            Report(context, ExportDescriptors.NotExported, type, type.Name, protocol.Name);
        }

        // Who has handlers of any kind has an interface for it; who is only created by name may be alone.
        if (exported.Count == 0 && !export.Argument<bool>("Spawn") && !ActorReader.Handlers(type).Any()
            && type.BaseType.IsHyperactor("Actor") && type.AllInterfaces.All(static i => IsOfFramework(i))
            && type.GetMembers().OfType<IMethodSymbol>().Any(static m => MayBeForgotten(m)))
        {
            Report(context, ExportDescriptors.NothingExported, type, type.Name);
        }
    }

    private static void AnalyzeCasts(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        foreach (var method in ActorReader.Handlers(type).Where(static m => m.Ours("Handler").Argument<bool>("Cast")))
        {
            Report(context, ExportDescriptors.CastNotExported, method, method.Name, type.Name);
        }
    }

    // Who handles it in its process only has said so.
    private static bool IsForwarded(INamedTypeSymbol type, INamedTypeSymbol protocol) =>
        ProtocolForms.Named(type).Any(n => SymbolEqualityComparer.Default.Equals(n.Type, protocol));

    // A handler of the actor itself may implement the method as well.
    private static bool IsCovered(INamedTypeSymbol type, INamedTypeSymbol protocol, ImmutableHashSet<ISymbol?> exported) =>
        exported.Any(e => SymbolEqualityComparer.Default.Equals(e, protocol)
            || e is INamedTypeSymbol other && other.AllInterfaces.Contains(protocol, SymbolEqualityComparer.Default))
        || ProtocolReader.Methods(protocol).All(m => type.FindImplementationForInterfaceMember(m)?.Has("Handler") ?? false);

    private static bool MayBeForgotten(IMethodSymbol method) =>
        method is
        {
            MethodKind: MethodKind.Ordinary, IsStatic: false, IsOverride: false, IsImplicitlyDeclared: false,
            DeclaredAccessibility: Accessibility.Public or Accessibility.Internal,
        }
        && !TypeReader.IsGenerated(method);

    private static bool IsOfFramework(INamedTypeSymbol type) =>
        type.ContainingAssembly?.Name is "Hyperactor.Core" or "System.Runtime" or "System.Private.CoreLib";

    private static bool IsProtocol(INamedTypeSymbol type) => type.TypeKind == TypeKind.Interface && type.Has("Handler");

    private static void Report(
        SymbolAnalysisContext context, DiagnosticDescriptor rule, ISymbol at, params object[] arguments)
    {
        if (at.Locations.FirstOrDefault(static l => l.IsInSource) is { } place)
        {
            context.ReportDiagnostic(Diagnostic.Create(rule, place, arguments));
        }
    }
}
