using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Aliases;

/// <summary>
/// Reports <c>handle.Bind&lt;TProtocol&gt;()</c> where the actor does not handle all that the protocol or alias promises.
/// What a type parameter stands for is checked at run time.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BindAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.PromiseNotKept];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Hyperactor.ActorHandle`1") is not { } handle)
            {
                return;
            }

            var promises = new Promises();
            start.RegisterOperationAction(
                c => Check(c, ((IInvocationOperation)c.Operation).TargetMethod, handle, promises), OperationKind.Invocation);
            start.RegisterOperationAction(
                c => Check(c, ((IMethodReferenceOperation)c.Operation).Method, handle, promises), OperationKind.MethodReference);
        });
    }

    private static void Check(
        OperationAnalysisContext context, IMethodSymbol method, INamedTypeSymbol handle, Promises promises)
    {
        if (method is { Name: "Bind", Arity: 1 }
            && SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, handle)
            && promises.WhyNot(method.ContainingType.TypeArguments[0], method.TypeArguments[0]) is { } why)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.PromiseNotKept, Place(context.Operation.Syntax),
                method.ContainingType.TypeArguments[0].Name, method.TypeArguments[0].Name, why));
        }
    }

    private static Location Place(SyntaxNode syntax) =>
        syntax.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault(static n => n.Identifier.ValueText == "Bind")
            ?.GetLocation() ?? syntax.GetLocation();

    /// <summary>What protocols promise and actors handle: read once for a compilation.</summary>
    private sealed class Promises
    {
        private readonly ConcurrentDictionary<ITypeSymbol, ImmutableArray<INamedTypeSymbol>> _handled =
            new(SymbolEqualityComparer.Default);

        /// <summary>Why the actor cannot be bound, or null.</summary>
        public string? WhyNot(ITypeSymbol actor, ITypeSymbol protocol)
        {
            if (actor is not INamedTypeSymbol || protocol is not INamedTypeSymbol type
                || actor.TypeKind == TypeKind.Error || protocol.TypeKind == TypeKind.Error || IsBase(protocol, actor))
            {
                return null;
            }

            if (protocol.IsActor())
            {
                return "that is an actor which it does not derive from";
            }

            var promised = protocol.AllInterfaces.Where(IsStatement).ToList();
            if (type.Protocol() is null && !protocol.Has("Alias"))
            {
                return "that is neither a protocol, marked [Handler], nor an [Alias]";
            }

            if (!actor.Has("Export"))
            {
                return "it is not exported, so no reference reaches it; mark it [Export]";
            }

            var handled = _handled.GetOrAdd(actor, Handled);
            var missing = promised.FirstOrDefault(p => !handled.Any(h => Keeps(h, p)));
            return missing is null ? null
                : protocol.Has("Handler") && actor.AllInterfaces.Contains(protocol, SymbolEqualityComparer.Default)
                    ? $"it implements the protocol but does not export it; mark it [Export(typeof({protocol.Name}))]"
                    : $"it has no such handler of '{missing.TypeArguments[0].Name}'";
        }

        private static bool IsBase(ITypeSymbol type, ITypeSymbol actor)
        {
            for (var part = actor; part is not null; part = part.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(part, type))
                {
                    return true;
                }
            }

            return false;
        }

        private static bool IsStatement(INamedTypeSymbol type) =>
            type.OriginalDefinition.IsHyperactor("IHandles") || type.OriginalDefinition.IsHyperactor("IAnswers");

        // Interfaces tell what a class states, also of protocols that it implements without exporting them. The table of
        // handlers tells what it does; what it only forwards, no reference reaches.
        private static ImmutableArray<INamedTypeSymbol> Handled(ITypeSymbol actor) =>
        [
            .. Table(actor).Where(h => !Forwarded(actor).Any(f => Keeps(h, f))),
        ];

        private static IEnumerable<INamedTypeSymbol> Forwarded(ITypeSymbol actor) =>
            ProtocolForms.Named((INamedTypeSymbol)actor).Where(static n => !n.Exported)
                .SelectMany(static n => n.Type.AllInterfaces).Where(IsStatement);

        private static IEnumerable<INamedTypeSymbol> Table(ITypeSymbol actor) => actor.GetTypeMembers("HandlerTable").SelectMany(static t => t.GetMembers().OfType<IFieldSymbol>())
                .Select(static f => f.Type).OfType<INamedTypeSymbol>()
                .Where(static t => t.OriginalDefinition.Is("Hyperactor.Actors", "OneWayHandler")
                    || t.OriginalDefinition.Is("Hyperactor.Actors", "CallHandler"));

        // OneWayHandler<TActor, TMessage> keeps IHandles<TMessage>, CallHandler<TActor, TMessage, TReply> IAnswers<…>.
        private static bool Keeps(INamedTypeSymbol handler, INamedTypeSymbol promise) =>
            handler.TypeArguments.Length == promise.TypeArguments.Length + 1
            && handler.TypeArguments.Skip(1).SequenceEqual(promise.TypeArguments, SymbolEqualityComparer.Default);
    }
}
