using System.Collections.Immutable;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Sends;

/// <summary>
/// Says in the words of actors what the compiler says in those of constraints and extension methods: that an actor does not
/// take what it is sent. Also reports what compiles and cannot arrive: a message to the address of an actor that is not
/// exported.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NotHandledAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [SendDescriptors.NotHandled];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.Handler) is not null)
            {
                start.RegisterOperationAction(AnalyzeInvalid, OperationKind.Invalid);
                start.RegisterOperationAction(AnalyzeValid, OperationKind.Invocation);
            }
        });
    }

    private static void AnalyzeInvalid(OperationAnalysisContext context)
    {
        if (context.Operation.Syntax is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call
            || context.Operation.SemanticModel is not { } model
            || model.GetTypeInfo(access.Expression, context.CancellationToken).Type is not INamedTypeSymbol receiver
            || Recipient.Of(receiver, context.CancellationToken) is not { } recipient)
        {
            return;
        }

        var name = access.Name.Identifier.ValueText;
        var problem = name is "Send" or "Cast" or "CallAsync" or "AcknowledgeAsync"
            ? recipient.ProblemOfMessage(name, Message(call, model, context.CancellationToken))
            : Candidates(call, model, recipient.Target) || !receiver.GetMembers(name).IsEmpty
                ? null
                : recipient.ProblemOfClient(name, IsInScope(recipient.Target, model, call.SpanStart));
        if (problem is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(SendDescriptors.NotHandled, access.Name.GetLocation(), problem));
        }
    }

    // Compiles, because the actor handles it; but nothing comes in from elsewhere.
    private static void AnalyzeValid(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("Send" or "Cast" or "CallAsync" or "AcknowledgeAsync")
            || call.TargetMethod is not { IsExtensionMethod: true, ContainingType.Name: "ActorRefExtensions" or "HeaderExtensions" or "GangExtensions" }
            || call.Arguments is not [{ Value.Type: INamedTypeSymbol receiver }, ..]
            || Recipient.Of(receiver, context.CancellationToken) is not { IsHidden: true } recipient)
        {
            return;
        }

        var place = call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
            ? access.Name.GetLocation()
            : call.Syntax.GetLocation();
        context.ReportDiagnostic(Diagnostic.Create(SendDescriptors.NotHandled, place, recipient.NotExported()));
    }

    private static ITypeSymbol? Message(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        call.ArgumentList.Arguments is [_, { Expression: { } message }, ..]
            && model.GetTypeInfo(message, cancellation).Type is { TypeKind: not TypeKind.Error } type
            ? type
            : null;

    // A method of that name for this very recipient: then the arguments are wrong, and the compiler says so well.
    private static bool Candidates(InvocationExpressionSyntax call, SemanticModel model, INamedTypeSymbol target) =>
        model.GetSymbolInfo(call).CandidateSymbols.OfType<IMethodSymbol>().Any(m =>
            (m.ReducedFrom ?? m).Parameters is [{ Type: INamedTypeSymbol { TypeArguments: [var argument] } }, ..]
            && SymbolEqualityComparer.Default.Equals(argument, target) && m.Parameters.Length > 0);

    private static bool IsInScope(INamedTypeSymbol target, SemanticModel model, int position) =>
        target.ContainingType is not null
        || model.LookupNamespacesAndTypes(position, name: target.Name).Contains(target, SymbolEqualityComparer.Default);
}
