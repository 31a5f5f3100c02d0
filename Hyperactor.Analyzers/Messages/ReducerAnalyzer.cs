using System.Collections.Immutable;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Messages;

/// <summary>Reports calls of gangs with a reducer that no relay can find.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReducerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [MessageDescriptors.UnnamedReducer];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Hyperactor.IReducer`1") is not null)
            {
                start.RegisterOperationAction(Analyze, OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var method = call.TargetMethod;
        if (method.Arity == 0 || !IsOfGang(method.ReducedFrom ?? method))
        {
            return;
        }

        for (var i = 0; i < method.Arity; i++)
        {
            if (method.TypeParameters[i].ConstraintTypes.Any(static c => c.OriginalDefinition is INamedTypeSymbol { Arity: 1 } t && t.IsHyperactor("IReducer"))
                && method.TypeArguments[i] is INamedTypeSymbol { TypeKind: not TypeKind.Error } reducer && !reducer.Has("Named"))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    MessageDescriptors.UnnamedReducer, Place(call.Syntax, i), reducer.Name));
            }
        }
    }

    private static bool IsOfGang(IMethodSymbol method) =>
        IsGang(method.ContainingType) || (method.IsExtensionMethod && IsGang(method.Parameters[0].Type));

    private static bool IsGang(ITypeSymbol? type) => type is INamedTypeSymbol { Arity: 1 } && type.OriginalDefinition.IsHyperactor("GangRef");

    // The argument where it is written.
    private static Location Place(SyntaxNode call, int index)
    {
        var name = call is InvocationExpressionSyntax { Expression: var target }
            ? target is MemberAccessExpressionSyntax access ? access.Name : target
            : null;
        return (name is GenericNameSyntax generic && index < generic.TypeArgumentList.Arguments.Count
            ? generic.TypeArgumentList.Arguments[index]
            : name ?? call).GetLocation();
    }
}
