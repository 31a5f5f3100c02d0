using System.Collections.Immutable;
using Hyperactor.Analyzers.Ownership;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Sends;

/// <summary>
/// Reports what is sent to a handle and then changed, or given back to where it came from, by the method that sent it: on
/// this way nothing is serialized, and two hold one object. Who waits for the answer to a call is not suspected.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharedMessageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [SendDescriptors.SharedMessage, SendDescriptors.PooledMessage];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.Handler) is not null)
            {
                start.RegisterOperationAction(Analyze, OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.Arguments.IsEmpty || !call.SendsAsIs())
        {
            return;
        }

        foreach (var argument in call.Payload())
        {
            foreach (var sent in Carried.By(argument.Value))
            {
                if (sent is (ILocalReferenceOperation or IParameterReferenceOperation) and { Type: { } type }
                    && IsShared(type) && (call.Type?.SpecialType == SpecialType.System_Void || !call.IsAwaited()))
                {
                    Analyze(context, call, sent, sent.Place()!);
                }
            }
        }
    }

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, IOperation sent, ISymbol symbol)
    {
        if (symbol is ILocalSymbol { IsUsing: true })
        {
            Report(context, SendDescriptors.PooledMessage, sent, symbol.Name, $"'{symbol.Name}' is disposed where this method ends");
            return;
        }

        var found = FindAfter(context, call, symbol);
        if (found is IInvocationOperation { TargetMethod.Name: "Return" or "Dispose" or "DisposeAsync" })
        {
            Report(context, SendDescriptors.PooledMessage, sent, symbol.Name, $"'{found.Text()}' gives it back here");
        }
        else if (found is not null)
        {
            Report(context, SendDescriptors.SharedMessage, sent, symbol.Name, found.Text());
        }
    }

    private static IOperation? FindAfter(OperationAnalysisContext context, IInvocationOperation call, ISymbol symbol)
    {
        IOperation? found = null;
        FlowSearch.After(context.GetControlFlowGraph(), call.Syntax, statement =>
        {
            foreach (var operation in statement.DescendantsAndSelf())
            {
                if (IsChange(operation, symbol))
                {
                    found = operation;
                    return FlowSearch.Step.Found;
                }

                if (operation is ISimpleAssignmentOperation { Target: { } target } && IsOf(target, symbol))
                {
                    return FlowSearch.Step.Stop;
                }
            }

            return FlowSearch.Step.Go;
        });
        return found;
    }

    private static bool IsChange(IOperation operation, ISymbol symbol) =>
        Mutations.Changed(operation) is { } changed && IsOf(changed, symbol)
        || operation is IInvocationOperation { TargetMethod: { Name: "Return", ContainingType.Name: "ArrayPool" } } given
            && given.Arguments is [{ } first, ..] && IsOf(first.Value, symbol)
        || operation is IInvocationOperation { IsImplicit: false, TargetMethod.Name: "Dispose" or "DisposeAsync", Instance: { } disposed }
            && IsOf(disposed, symbol);

    private static bool IsOf(IOperation operation, ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(operation.Inner().Place(), symbol);

    // A struct is copied, unless it is a view of what is not.
    private static bool IsShared(ITypeSymbol type) =>
        (type.IsReferenceType || Immutability.IsBuffer(type)) && Immutability.Of(type) != Mutability.Immutable;

    private static void Report(
        OperationAnalysisContext context, DiagnosticDescriptor rule, IOperation sent, string name, string how) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, sent.Syntax.GetLocation(), name, how));
}
