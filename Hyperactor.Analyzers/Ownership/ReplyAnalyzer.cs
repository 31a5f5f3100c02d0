using System.Collections.Immutable;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Ownership;

/// <summary>Reports handlers that can end without using the port that they are to answer through, or use it twice.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReplyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [OwnershipDescriptors.NoReply, OwnershipDescriptors.SecondReply];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.Handler) is not null)
            {
                start.RegisterOperationBlockAction(Analyze);
            }
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol { Parameters.IsEmpty: false } method
            || ReplyPort.Of(method) is not { } port || !method.IsHandler()
            || context.OperationBlocks.FirstOrDefault(static b => b is IBlockOperation) is not { } block)
        {
            return;
        }

        var paths = new ReplyPaths(context.GetControlFlowGraph(block), port);
        foreach (var again in paths.SentAgain())
        {
            context.ReportDiagnostic(Diagnostic.Create(
                OwnershipDescriptors.SecondReply, again.Syntax.GetLocation(), port.Name));
        }

        if (paths.CanEndWithout())
        {
            context.ReportDiagnostic(Diagnostic.Create(
                OwnershipDescriptors.NoReply, method.Locations[0], method.Name, port.Name));
        }
    }
}
