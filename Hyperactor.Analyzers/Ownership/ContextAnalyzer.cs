using System.Collections.Immutable;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Ownership;

/// <summary>Reports a <c>Context</c> that is kept, or used by what runs on, when its message has been handled.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContextAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [OwnershipDescriptors.ContextEscapes];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.Handler) is not null)
            {
                start.RegisterOperationAction(Analyze, OperationKind.ParameterReference, OperationKind.LocalReference);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var operation = context.Operation;
        if (operation.Type is not { Name: "Context" } type || !type.IsHyperactor("Context"))
        {
            return;
        }

        var symbol = operation is IParameterReferenceOperation parameter
            ? (ISymbol)parameter.Parameter
            : ((ILocalReferenceOperation)operation).Local;
        if (new ContextFlow(context.ContainingSymbol).Escape(operation, symbol) is { } how)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                OwnershipDescriptors.ContextEscapes, operation.Syntax.GetLocation(), symbol.Name, how));
        }
    }
}
