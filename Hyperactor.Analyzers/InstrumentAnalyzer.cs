using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers;

/// <summary>Reports <c>[Instrument]</c> where it has no effect, and calls that the generator cannot redirect.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InstrumentAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.Instrument;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.Instrument) is null)
            {
                return;
            }

            var traced = new ConcurrentDictionary<IMethodSymbol, bool>(SymbolEqualityComparer.Default);
            start.RegisterSymbolAction(AnalyzeDeclaration, SymbolKind.NamedType, SymbolKind.Method);
            start.RegisterSyntaxNodeAction(AnalyzeLocalFunction, SyntaxKind.LocalFunctionStatement);
            start.RegisterOperationAction(c => AnalyzeCall(c, traced), OperationKind.Invocation);
            start.RegisterOperationAction(c => AnalyzeReference(c, traced), OperationKind.MethodReference);
        });
    }

    private static void AnalyzeDeclaration(SymbolAnalysisContext context)
    {
        if (context.Symbol.Ours("Instrument") is not { } attribute)
        {
            return;
        }

        var methods = context.Symbol switch
        {
            INamedTypeSymbol type when InstrumentReader.IsFree(type) => InstrumentReader.Methods(type),
            INamedTypeSymbol type => type.GetMembers().OfType<IMethodSymbol>(),
            var symbol => [(IMethodSymbol)symbol],
        };
        ReportUnknownSkips(context, attribute, methods.SelectMany(static m => m.Parameters));
        var problem = context.Symbol switch
        {
            INamedTypeSymbol type => InstrumentReader.IsFree(type) && !methods.Any() ? "it has no method that could be" : null,
            IMethodSymbol method => InstrumentReader.IsHandler(method) ? null : InstrumentReader.Problem(method),
            _ => null,
        };
        if (problem is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.CannotInstrument, Place(context.Symbol), context.Symbol.Name, problem));
        }
        else if (IsFree(context.Symbol) && context.Symbol.DeclaringSyntaxReferences is [{ SyntaxTree: { } tree }, ..]
            && !CallReader.IsOpen(tree))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.InterceptorsOff, Place(context.Symbol), context.Symbol.Name));
        }
    }

    private static bool IsFree(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => InstrumentReader.IsFree(type),
        IMethodSymbol method => !InstrumentReader.IsHandler(method),
        _ => false,
    };

    // A misspelt name would let a secret into the trace.
    private static void ReportUnknownSkips(
        SymbolAnalysisContext context, AttributeData attribute, IEnumerable<IParameterSymbol> parameters)
    {
        var known = new HashSet<string>(parameters.Select(static p => p.Name), StringComparer.Ordinal);
        foreach (var name in InstrumentReader.Skipped(attribute).Where(n => !known.Contains(n)))
        {
            var place = attribute.ApplicationSyntaxReference is { } syntax
                ? Location.Create(syntax.SyntaxTree, syntax.Span)
                : Place(context.Symbol);
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnknownSkip, place, name));
        }
    }

    private static void AnalyzeLocalFunction(SyntaxNodeAnalysisContext context)
    {
        var function = (LocalFunctionStatementSyntax)context.Node;
        if (function.AttributeLists.Count > 0
            && context.SemanticModel.GetDeclaredSymbol(function, context.CancellationToken) is { } symbol
            && symbol.Has("Instrument"))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.CannotInstrument, function.Identifier.GetLocation(), symbol.Name, "it is a local function"));
        }
    }

    private static void AnalyzeCall(OperationAnalysisContext context, ConcurrentDictionary<IMethodSymbol, bool> traced)
    {
        var call = (IInvocationOperation)context.Operation;
        if (IsTraced(call.TargetMethod, traced)
            && call is { Syntax: InvocationExpressionSyntax syntax, SemanticModel: { } model }
            && CallReader.IsOpen(syntax.SyntaxTree)
            && CallReader.Problem(syntax, model, context.CancellationToken) is { } problem)
        {
            Report(context, call.TargetMethod, problem);
        }
    }

    private static void AnalyzeReference(OperationAnalysisContext context, ConcurrentDictionary<IMethodSymbol, bool> traced)
    {
        var reference = (IMethodReferenceOperation)context.Operation;
        if (IsTraced(reference.Method, traced))
        {
            Report(context, reference.Method, "it goes over a delegate; write a lambda that calls it");
        }
    }

    private static bool IsTraced(IMethodSymbol method, ConcurrentDictionary<IMethodSymbol, bool> traced) => traced.GetOrAdd(
        (method.ReducedFrom ?? method).OriginalDefinition,
        static m => InstrumentReader.Find(m) is not null && InstrumentReader.Problem(m) is null);

    private static void Report(OperationAnalysisContext context, IMethodSymbol method, string problem) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.CallNotTraced, context.Operation.Syntax.GetLocation(), method.Name, problem));

    private static Location Place(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(static l => l.IsInSource) ?? Location.None;
}
