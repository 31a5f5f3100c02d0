using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Handlers;

/// <summary>
/// Reports rings of actors that can wait for each other: it gathers the calls of a compilation and looks at them in the end.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallCycleAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [HandlerDescriptors.CallCycle];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.Handler) is null)
            {
                return;
            }

            var actors = new ConcurrentQueue<INamedTypeSymbol>();
            var calls = new ConcurrentQueue<WaitingCall>();
            start.RegisterSymbolStartAction(c => Begin(c, actors, calls), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(c =>
            {
                foreach (var cycle in new CallGraph([.. actors], calls).Cycles())
                {
                    c.CancellationToken.ThrowIfCancellationRequested();
                    Report(c, cycle);
                }
            });
        });
    }

    private static void Begin(
        SymbolStartAnalysisContext context, ConcurrentQueue<INamedTypeSymbol> actors, ConcurrentQueue<WaitingCall> calls)
    {
        var actor = (INamedTypeSymbol)context.Symbol;
        if (!actor.IsActor())
        {
            return;
        }

        actors.Enqueue(actor);
        var code = new ActorCode(actor);
        code.Watch(context);
        var own = new ConcurrentQueue<(ISymbol Member, ActorCall Call)>();
        context.RegisterOperationAction(
            c =>
            {
                if (code.Holds(c.ContainingSymbol)
                    && ActorCall.Read((IInvocationOperation)c.Operation) is { } call && call.Operation.IsWaitedFor())
                {
                    own.Enqueue((c.ContainingSymbol, call));
                }
            },
            OperationKind.Invocation);
        context.RegisterSymbolEndAction(_ =>
        {
            var reach = own.IsEmpty ? [] : code.Reach();
            foreach (var (member, call) in own)
            {
                foreach (var entry in reach.TryGetValue(ActorCode.Whole(member), out var entries) ? entries : [])
                {
                    calls.Enqueue(new(actor, NameOf(entry), call.Target, call.Handler, Places.Of(call.Operation)));
                }
            }
        });
    }

    private static void Report(CompilationAnalysisContext context, IReadOnlyList<Wait> cycle) =>
        context.ReportDiagnostic(Diagnostic.Create(
            HandlerDescriptors.CallCycle,
            cycle[0].Call.Place,
            cycle.Skip(1).Select(static w => w.Call.Place),
            Describe(cycle)));

    // Orders.Place → Stock.Reserve; Stock.Discard → Orders.Cancel
    private static string Describe(IReadOnlyList<Wait> cycle)
    {
        var text = $"{cycle[0].Caller.Name}.{cycle[0].Call.From}";
        for (var i = 0; i < cycle.Count; i++)
        {
            var wait = cycle[i];
            text += i > 0 && cycle[i - 1].Call.Handler != wait.Call.From ? $"; {wait.Caller.Name}.{wait.Call.From}" : "";
            text += $" → {wait.Callee.Name}.{wait.Call.Handler}";
        }

        return text;
    }

    private static string NameOf(IMethodSymbol handler)
    {
        var attribute = handler.Ours("Handler") ?? ActorCode.ProtocolMethod(handler)?.Ours("Handler");
        var name = attribute.Argument<string>("Name") ?? handler.Name;
        name = name.Substring(name.LastIndexOf('.') + 1);
        return name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) && ActorCode.IsHandler(handler)
            ? name.Substring(0, name.Length - 5)
            : name;
    }
}
