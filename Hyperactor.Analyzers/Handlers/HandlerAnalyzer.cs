using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Handlers;

/// <summary>
/// Reports what handlers, hooks and all that these use of their class must not do. Only classes that are actors are looked into.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = HandlerDescriptors.OfOneActor;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.Handler) is not null)
            {
                start.RegisterSymbolStartAction(Begin, SymbolKind.NamedType);
            }
        });
    }

    private static void Begin(SymbolStartAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.IsActor())
        {
            new Review(type).Watch(context);
        }
    }

    /// <summary>One actor, and what was found in it; what does not run within the actor is dropped in the end.</summary>
    private sealed class Review(INamedTypeSymbol actor)
    {
        private readonly ActorCode _code = new(actor);
        private readonly SelfCalls _selfCalls = new();
        private readonly ConcurrentQueue<(ISymbol Member, Diagnostic Report)> _found = new();

        public void Watch(SymbolStartAnalysisContext context)
        {
            _code.Watch(context);
            On<IInvocationOperation>(context, OperationKind.Invocation, (o, m) => Suspect.Check(o) ?? _selfCalls.Check(o, m));
            On<IMethodReferenceOperation>(context, OperationKind.MethodReference, static (o, _) => Suspect.Check(o));
            On<IObjectCreationOperation>(context, OperationKind.ObjectCreation, static (o, _) => Suspect.Check(o));
            On<IPropertyReferenceOperation>(
                context, OperationKind.PropertyReference, (o, _) => Suspect.Check(o) ?? SharedState.Check(o, actor));
            On<IFieldReferenceOperation>(context, OperationKind.FieldReference, (o, _) => SharedState.Check(o, actor));
            On<IExpressionStatementOperation>(context, OperationKind.ExpressionStatement, static (o, _) => DroppedTasks.Check(o));
            On<IAnonymousFunctionOperation>(context, OperationKind.AnonymousFunction, static (o, _) => DroppedTasks.Check(o));
            On<ILocalFunctionOperation>(context, OperationKind.LocalFunction, static (o, _) => DroppedTasks.Check(o));
            On<IAwaitOperation>(context, OperationKind.Await, static (o, m) => IgnoredTokens.Check(o, m));
            On<ICatchClauseOperation>(context, OperationKind.CatchClause, static (o, _) => SwallowedFailures.Check(o));
            context.RegisterOperationAction(
                c => _selfCalls.Assigned((ISimpleAssignmentOperation)c.Operation), OperationKind.SimpleAssignment);
            context.RegisterOperationAction(
                c => _selfCalls.Declared((IFieldInitializerOperation)c.Operation), OperationKind.FieldInitializer);
            context.RegisterSymbolEndAction(Report);
        }

        private void On<TOperation>(
            SymbolStartAnalysisContext context, OperationKind kind, Func<TOperation, ISymbol, Diagnostic?> check)
            where TOperation : IOperation => context.RegisterOperationAction(
            c =>
            {
                if (_code.Holds(c.ContainingSymbol) && !c.Operation.IsNamed()
                    && check((TOperation)c.Operation, c.ContainingSymbol) is { } report)
                {
                    _found.Enqueue((c.ContainingSymbol, report));
                }
            },
            kind);

        private void Report(SymbolAnalysisContext context)
        {
            var reach = _code.Reach();
            foreach (var (member, report) in _found.Concat(_selfCalls.OnFields()))
            {
                if (reach.ContainsKey(ActorCode.Whole(member)) || ActorCode.Constructs(member) && CountsBefore(report.Descriptor))
                {
                    context.ReportDiagnostic(report);
                }
            }

            foreach (var member in actor.GetMembers())
            {
                if ((SharedState.Check(member) ?? (member is IMethodSymbol method ? DroppedTasks.Check(method) : null)) is { } report)
                {
                    context.ReportDiagnostic(report);
                }
            }
        }

        // What an actor is made with serves its handlers: a source of randomness, a timer.
        private static bool CountsBefore(DiagnosticDescriptor rule) =>
            rule == HandlerDescriptors.DrawsRandomness || rule == HandlerDescriptors.StartsThreads;
    }
}
