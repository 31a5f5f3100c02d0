using System.Collections.Immutable;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hyperactor.Analyzers;

/// <summary>Reports what keeps the generator from writing code for an actor, a protocol, an alias, a message or a key.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShapeAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ByRule =
        Descriptors.All.ToImmutableDictionary(static d => d.Id);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Descriptors.All.Remove(Descriptors.DuplicateUri).Remove(Descriptors.DuplicateAttr);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.Named) is not null)
            {
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
                start.RegisterSyntaxNodeAction(AnalyzeAttribute, SyntaxKind.Attribute);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var violations = new List<Violation>();
        Read((INamedTypeSymbol)context.Symbol, violations, context.CancellationToken);
        Report(violations, context.ReportDiagnostic);
    }

    private static void AnalyzeAttribute(SyntaxNodeAnalysisContext context)
    {
        if (context.Node.Parent is not AttributeListSyntax { Target.Identifier.RawKind: (int)SyntaxKind.AssemblyKeyword })
        {
            return;
        }

        var violations = new List<Violation>();
        foreach (var attribute in context.Compilation.Assembly.GetAttributes())
        {
            if (attribute.ApplicationSyntaxReference is { } syntax
                && syntax.SyntaxTree == context.Node.SyntaxTree && syntax.Span == context.Node.Span)
            {
                RegisteredReader.Check(attribute, violations);
            }
        }

        Report(violations, context.ReportDiagnostic);
    }

    // Several handlers may need one type; one report of it is enough.
    private static void Report(List<Violation> violations, Action<Diagnostic> report)
    {
        foreach (var violation in violations.Distinct(ViolationComparer.Instance))
        {
            report(Diagnostic.Create(ByRule[violation.Rule], violation.Location, violation.Arguments));
        }
    }

    private static void Read(INamedTypeSymbol type, List<Violation> violations, CancellationToken cancellation)
    {
        if (type.Has("Named") || type.IsCase())
        {
            MessageReader.Read(type, violations, cancellation);
        }

        if (type.Protocol() is not null)
        {
            ProtocolReader.Read(type, violations, cancellation);
        }

        if (type.Has("Alias"))
        {
            AliasReader.Read(type, violations, cancellation);
        }

        if (type.Has("Export") || type.Has("Forward") || (type.IsActor() && ActorReader.Handlers(type).Any()))
        {
            ActorReader.Read(type, violations, cancellation);
        }

        if (type.Has("DeclareAttrs"))
        {
            AttrReader.Read(type, violations, cancellation);
        }

        UnionReader.CheckBase(type, violations);
        ReplyReader.CheckStray(type, violations);
        StrayReader.Read(type, violations, cancellation);
    }

    private sealed class ViolationComparer : IEqualityComparer<Violation>
    {
        public static readonly ViolationComparer Instance = new();

        public bool Equals(Violation x, Violation y) =>
            x.Rule == y.Rule && x.Location.Equals(y.Location) && x.Arguments.SequenceEqual(y.Arguments);

        public int GetHashCode(Violation violation) => violation.Location.GetHashCode();
    }
}
