using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hyperactor.Analyzers.Ownership;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Sends;

/// <summary>
/// Reports state that a class changes and hands to others as it is: in a message to a handle, or in the reply of a handler.
/// State that nothing changes once it is made is no matter.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharedStateAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [SendDescriptors.SharedMessage, SendDescriptors.StateLeaves];

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
        if (type.TypeKind != TypeKind.Class || !(type.IsActor() || Members(type).Any(static t => t.Name is "ActorHandle" or "PortHandle")))
        {
            return;
        }

        var state = new State();
        context.RegisterOperationAction(c => state.Note(c, type), OperationKind.Invocation, OperationKind.Return);
        context.RegisterOperationAction(
            c => state.NoteChange(c.Operation, c.ContainingSymbol),
            OperationKind.SimpleAssignment, OperationKind.CompoundAssignment, OperationKind.CoalesceAssignment,
            OperationKind.Increment, OperationKind.Decrement);
        context.RegisterSymbolEndAction(state.Report);
    }

    private static IEnumerable<ITypeSymbol> Members(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: false } field)
            {
                yield return field.Type;
            }
            else if (member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor)
            {
                foreach (var parameter in constructor.Parameters)
                {
                    yield return parameter.Type;
                }
            }
        }
    }

    /// <summary>What one class does with its state. Filled from several threads.</summary>
    private sealed class State
    {
        private readonly ConcurrentDictionary<ISymbol, IOperation> _changes = new(SymbolEqualityComparer.Default);
        private readonly ConcurrentBag<(ISymbol Member, IOperation At, DiagnosticDescriptor Rule)> _leaks = [];

        public void Note(OperationAnalysisContext context, INamedTypeSymbol type)
        {
            if (context.Operation is IInvocationOperation call)
            {
                NoteChange(call, context.ContainingSymbol);
                if (!call.Arguments.IsEmpty && call.SendsAsIs()
                    && (call.Type?.SpecialType == SpecialType.System_Void || !call.IsAwaited()))
                {
                    foreach (var argument in call.Payload())
                    {
                        NoteLeak(argument.Value, SendDescriptors.SharedMessage, type);
                    }
                }
            }
            else if (context.Operation is IReturnOperation { ReturnedValue: { } value } returned && !IsNested(returned)
                && context.ContainingSymbol is IMethodSymbol { ReturnType: INamedTypeSymbol { Arity: 1 } } method && method.IsHandler())
            {
                NoteLeak(value, SendDescriptors.StateLeaves, type);
            }
        }

        // What a constructor does comes before anybody else holds it.
        public void NoteChange(IOperation operation, ISymbol member)
        {
            if (member is IMethodSymbol { MethodKind: not (MethodKind.Constructor or MethodKind.StaticConstructor) }
                && Mutations.Changed(operation) is { } changed && changed.Place() is { } state && IsState(state))
            {
                _changes.TryAdd(state, operation);
            }
        }

        public void Report(SymbolAnalysisContext context)
        {
            foreach (var (member, at, rule) in _leaks)
            {
                if (_changes.TryGetValue(member, out var change))
                {
                    context.ReportDiagnostic(Diagnostic.Create(rule, at.Syntax.GetLocation(), member.Name, change.Text()));
                }
            }
        }

        private void NoteLeak(IOperation value, DiagnosticDescriptor rule, INamedTypeSymbol type)
        {
            foreach (var carried in Carried.By(value))
            {
                if (carried.Place() is { } member && IsState(member) && carried.Type is { IsReferenceType: true } or { Name: "Memory" }
                    && SymbolEqualityComparer.Default.Equals(member.ContainingSymbol is IMethodSymbol m ? m.ContainingType : member.ContainingType, type)
                    && Immutability.Of(carried.Type) != Mutability.Immutable)
                {
                    _leaks.Add((member, carried, rule));
                }
            }
        }

        // A field, a property, or a parameter of the class that stands for a field.
        private static bool IsState(ISymbol symbol) => symbol switch
        {
            IFieldSymbol or IPropertySymbol => true,
            IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => true,
            _ => false,
        };

        private static bool IsNested(IOperation operation)
        {
            for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
            {
                if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
