using System.Collections.Immutable;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Ownership;

/// <summary>Reports receivers, clients, procs and worlds that nobody will ever close.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReceiverAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [OwnershipDescriptors.NotDisposed];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.Handler) is not null)
            {
                start.RegisterOperationAction(Analyze, OperationKind.Invocation, OperationKind.ObjectCreation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        if (Owned.Of(context.Operation) is not { } owned || owned.IsClosedWithOwner())
        {
            return;
        }

        var made = context.Operation;
        var value = made.Outer();
        if (value.Parent is IAwaitOperation awaited)
        {
            value = awaited.Outer();
        }
        else if (owned.IsAwaited)
        {
            return;
        }

        switch (value.Parent)
        {
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                if (!declarator.Symbol.IsUsing && !OwnedUse.IsLetGo(declarator, declarator.Symbol, owned))
                {
                    Report(context, owned, Place(declarator), declarator.Symbol.Name);
                }

                break;
            case IDeconstructionAssignmentOperation { Target.Syntax: { } } assignment when owned.IsPair:
                AnalyzePair(context, owned, assignment);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } when !local.Local.IsUsing:
                if (!OwnedUse.IsLetGo(local, local.Local, owned))
                {
                    Report(context, owned, made.Syntax.GetLocation(), local.Local.Name);
                }

                break;
            case ISimpleAssignmentOperation { Target: IDiscardOperation } or IExpressionStatementOperation:
                Report(context, owned, made.Syntax.GetLocation(), made.Text());
                break;
            case IInvocationOperation call when call.Instance == value && !OwnedUse.Ends(call, owned):
                Report(context, owned, made.Syntax.GetLocation(), made.Text());
                break;
        }
    }

    // var (handle, receiver) = client.OpenPort<T>();
    private static void AnalyzePair(OperationAnalysisContext context, Owned owned, IDeconstructionAssignmentOperation assignment)
    {
        var target = assignment.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : assignment.Target;
        if (target is not ITupleOperation { Elements: [_, { } second] })
        {
            return;
        }

        if (second is IDeclarationExpressionOperation inner)
        {
            second = inner.Expression;
        }

        if (second is ILocalReferenceOperation local && !OwnedUse.IsLetGo(local, local.Local, owned.Second())
            || second is IDiscardOperation)
        {
            Report(context, owned, second.Syntax.GetLocation(), second is ILocalReferenceOperation l ? l.Local.Name : "_");
        }
    }

    private static void Report(OperationAnalysisContext context, Owned owned, Location location, string name) =>
        context.ReportDiagnostic(Diagnostic.Create(
            OwnershipDescriptors.NotDisposed, location, name, owned.Loss, owned.IsAsync ? "await using" : "using"));

    private static Location Place(IVariableDeclaratorOperation declarator) =>
        declarator.Syntax is VariableDeclaratorSyntax syntax ? syntax.Identifier.GetLocation() : declarator.Syntax.GetLocation();
}
