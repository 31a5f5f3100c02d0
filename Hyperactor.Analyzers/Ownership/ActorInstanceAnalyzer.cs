using System.Collections.Immutable;
using Hyperactor.Analyzers.Sends;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Ownership;

/// <summary>Reports ways to an actor that do not lead through its mailbox.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ActorInstanceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [OwnershipDescriptors.AroundMailbox, OwnershipDescriptors.OpenState];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.Handler) is not null)
            {
                start.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
                start.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
                start.RegisterOperationAction(AnalyzeReturn, OperationKind.Return);
            }
        });
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || !type.IsActor())
        {
            return;
        }

        foreach (var member in type.GetMembers())
        {
            switch (member)
            {
                case IFieldSymbol { IsImplicitlyDeclared: false } field:
                    AnalyzeState(context, field, field.Type, isOpen: !field.IsReadOnly && !field.IsConst);
                    break;
                case IPropertySymbol property:
                    AnalyzeState(context, property, property.Type, isOpen: IsOpen(property.SetMethod));
                    break;
                case IMethodSymbol { MethodKind: MethodKind.Constructor } constructor:
                    AnalyzeParameters(context, type, constructor);

                    break;
            }
        }
    }

    // What a parameter is kept in is reported already.
    private static void AnalyzeParameters(SymbolAnalysisContext context, INamedTypeSymbol type, IMethodSymbol constructor)
    {
        foreach (var parameter in constructor.Parameters)
        {
            if (!type.GetMembers().OfType<IFieldSymbol>().Any(f =>
                f.AssociatedSymbol is not IParameterSymbol && !f.Name.StartsWith("<" + parameter.Name, StringComparison.Ordinal)
                && SymbolEqualityComparer.Default.Equals(f.Type, parameter.Type)))
            {
                AnalyzeHeld(context, parameter, parameter.Type);
            }
        }
    }

    private static void AnalyzeState(SymbolAnalysisContext context, ISymbol member, ITypeSymbol type, bool isOpen)
    {
        AnalyzeHeld(context, member, type);
        if (isOpen && !member.IsStatic && member.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                OwnershipDescriptors.OpenState, member.Locations[0], member.Name, member.ContainingType.Name));
        }
    }

    private static bool IsOpen(IMethodSymbol? setter) =>
        setter is { IsInitOnly: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal };

    private static void AnalyzeHeld(SymbolAnalysisContext context, ISymbol member, ITypeSymbol type)
    {
        if (Held(type) is { } held)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                OwnershipDescriptors.AroundMailbox, member.Locations[0],
                $"'{member.Name}' holds the actor '{held.Name}' itself, and calls of it would run beside its handlers: "
                + $"hold an ActorHandle<{held.Name}> or an ActorRef<{held.Name}>"));
        }
    }

    // An actor, or actors in a collection.
    private static ITypeSymbol? Held(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Held(array.ElementType),
        INamedTypeSymbol { TypeKind: TypeKind.Class } named when named.IsActor() || named.IsHyperactor("Actor") => named,
        INamedTypeSymbol { IsGenericType: true } generic
            when generic.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) == true =>
            generic.TypeArguments.Select(Held).FirstOrDefault(static h => h is not null),
        _ => null,
    };

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name == "Spawn" && IsSpawn(call.TargetMethod))
        {
            AnalyzeSpawn(context, call);
        }
        else if (context.ContainingSymbol.ContainingType is { TypeKind: TypeKind.Class } type && !call.Arguments.IsEmpty
            && call.Sends() && type.IsActor())
        {
            foreach (var argument in call.Payload())
            {
                if (argument.Value.Inner() is IInstanceReferenceOperation { IsImplicit: false } self)
                {
                    ReportSelf(context, self, type, "sends");
                }
            }
        }
    }

    private static void AnalyzeReturn(OperationAnalysisContext context)
    {
        if (context.ContainingSymbol is not IMethodSymbol { ReturnType: INamedTypeSymbol { Name: "ValueTask", Arity: 1 } } method
            || ((IReturnOperation)context.Operation).ReturnedValue?.Inner() is not { } value)
        {
            return;
        }

        if (value is IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [{ } only] })
        {
            value = only.Value.Inner();
        }

        if (value is IInstanceReferenceOperation { IsImplicit: false } && method.IsHandler())
        {
            ReportSelf(context, value, method.ContainingType, "returns");
        }
    }

    private static void ReportSelf(OperationAnalysisContext context, IOperation self, INamedTypeSymbol type, string how) =>
        context.ReportDiagnostic(Diagnostic.Create(
            OwnershipDescriptors.AroundMailbox, self.Syntax.GetLocation(),
            $"'{type.Name}' {how} itself, and calls of it would run beside its handlers: hand out a reference to it"));

    // What is done with an actor after it was handed over.
    private static void AnalyzeSpawn(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (call.Arguments.FirstOrDefault(static a => a.Parameter?.Type.IsActor() == true || a.Value.Type?.IsActor() == true)
            ?.Value.Inner() is not ILocalReferenceOperation { Local: { } local })
        {
            return;
        }

        IOperation? touched = null;
        FlowSearch.After(context.GetControlFlowGraph(), call.Syntax, statement =>
        {
            touched = statement.DescendantsAndSelf().FirstOrDefault(o => Touches(o, local));
            return touched is not null ? FlowSearch.Step.Found
                : statement.DescendantsAndSelf().Any(o => o is ISimpleAssignmentOperation { Target: ILocalReferenceOperation target }
                    && SymbolEqualityComparer.Default.Equals(target.Local, local)) ? FlowSearch.Step.Stop
                : FlowSearch.Step.Go;
        });
        if (touched is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                OwnershipDescriptors.AroundMailbox, touched.Syntax.GetLocation(),
                $"'{local.Name}' was spawned, and this runs beside its handlers: go through the handle that Spawn returned"));
        }
    }

    // Its methods, and its fields and properties that can change.
    private static bool Touches(IOperation operation, ILocalSymbol actor) => operation switch
    {
        IInvocationOperation { Instance: { } instance, TargetMethod: { } method } =>
            Is(instance, actor) && method.ContainingType.SpecialType != SpecialType.System_Object,
        IFieldReferenceOperation { Instance: { } instance, Field.IsReadOnly: false } => Is(instance, actor),
        IPropertyReferenceOperation { Instance: { } instance, Property: { } property } => Is(instance, actor) && IsOpen(property.SetMethod),
        _ => false,
    };

    private static bool Is(IOperation operation, ILocalSymbol actor) =>
        operation.Inner() is ILocalReferenceOperation { Local: { } local } && SymbolEqualityComparer.Default.Equals(local, actor);

    private static bool IsSpawn(IMethodSymbol method) =>
        method.ContainingType is { Name: "Proc" or "Context" } type && type.IsHyperactor(type.Name);
}
