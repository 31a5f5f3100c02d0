using System.Collections.Immutable;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hyperactor.Analyzers.Messages;

/// <summary>Reports marks that do nothing, names that nobody should share, and members that are lost on the way.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MessageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = MessageDescriptors.Declared;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.Named) is not null)
            {
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var named = type.Ours("Named");
        if (named is not null)
        {
            AnalyzeName(context, type, named);
        }

        if (type.TypeKind is TypeKind.Class or TypeKind.Struct)
        {
            AnalyzeMarks(context, type, isNamed: named is not null);
            AnalyzeArguments(context, type);
            if (type.IsMessage())
            {
                AnalyzeMembers(context, type);
            }
        }
        else if (type.TypeKind == TypeKind.Interface && type.Has("Handler"))
        {
            AnalyzeArguments(context, type);
        }
    }

    private static void AnalyzeName(SymbolAnalysisContext context, INamedTypeSymbol type, AttributeData named)
    {
        if (named is not { ConstructorArguments: [{ Value: string uri }] })
        {
            return;
        }

        var problem = uri.Length == 0 ? "it is empty, which means the full name of the type; leave it away"
            : uri.Any(static c => char.IsControl(c)) ? "it holds a control character"
            : uri.Any(static c => char.IsWhiteSpace(c)) ? "it holds white space"
            : uri.IndexOfAny(['<', '>']) >= 0 ? "'<' and '>' are for the arguments of generic messages"
            : null;
        if (problem is not null)
        {
            var shown = string.Concat(uri.Select(static c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString()));
            Report(context, MessageDescriptors.BadUri, named, type, shown, problem);
        }
    }

    // Include without Bind and Unbind is an error of its own; here are those that only do nothing.
    private static void AnalyzeMarks(SymbolAnalysisContext context, INamedTypeSymbol type, bool isNamed)
    {
        var (bind, unbind) = (type.Ours("Bind"), type.Ours("Unbind"));
        if ((bind ?? unbind) is { } mark)
        {
            var candidates = MemberReader.Candidates(type);
            var isIncluded = IsIncluded(type, candidates);
            var problem = !isNamed ? $"'{type.Name}' is not marked [Named], so there is nothing to bind"
                : type.IsAbstract || isIncluded ? null
                : bind is null || unbind is null
                    ? $"[{(bind is null ? "Unbind" : "Bind")}] does nothing without [{(bind is null ? "Bind" : "Unbind")}] and a port that is marked [Include]"
                : candidates.All(static c => CannotHoldPort(c.Type)) ? $"'{type.Name}' holds no port that could be bound"
                : null;
            if (problem is not null)
            {
                Report(context, MessageDescriptors.MarkWithoutPort, mark, type, problem);
            }
        }

        foreach (var member in type.GetMembers().Where(static m => m is IPropertySymbol or IFieldSymbol && !m.IsImplicitlyDeclared))
        {
            AnalyzeInclude(context, member, member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type);
        }

        foreach (var parameter in type.InstanceConstructors.Where(static c => !c.IsImplicitlyDeclared).SelectMany(static c => c.Parameters))
        {
            AnalyzeInclude(context, parameter, parameter.Type);
        }
    }

    private static void AnalyzeArguments(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        foreach (var parameter in type.GetMembers().OfType<IMethodSymbol>()
            .Where(static m => m is { MethodKind: MethodKind.Ordinary, IsImplicitlyDeclared: false })
            .SelectMany(static m => m.Parameters))
        {
            AnalyzeInclude(context, parameter, parameter.Type);
        }
    }

    private static void AnalyzeInclude(SymbolAnalysisContext context, ISymbol symbol, ITypeSymbol type)
    {
        if (symbol.Ours("Include") is { } include && CannotHoldPort(type))
        {
            Report(
                context, MessageDescriptors.MarkWithoutPort, include, symbol,
                $"[Include] does nothing: there is no port in '{symbol.Name}'");
        }
    }

    // Unsure of what is open: arguments of generic types, and classes that others derive from.
    private static bool CannotHoldPort(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => CannotHoldPort(array.ElementType),
        INamedTypeSymbol named => named.TypeKind != TypeKind.Error
            && !named.IsAbstract && !named.IsHyperactor("Serialized") && !PortFinder.Holds(named)
            && named.TypeArguments.All(CannotHoldPort),
        _ => false,
    };

    private static bool IsIncluded(INamedTypeSymbol type, List<MemberReader.Candidate> candidates)
    {
        var constructor = MemberReader.Constructor(type, candidates);
        return candidates.Any(c => MessageReader.IsIncluded(
            c, constructor?.Parameters.FirstOrDefault(p => MemberReader.Find(candidates, p) == c)));
    }

    private static void AnalyzeMembers(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        var candidates = MemberReader.Candidates(type);
        if (type.IsPackable() || type.IsUnmanagedType || MemberReader.Constructor(type, candidates) is not { } constructor)
        {
            return;
        }

        var bound = constructor.Parameters.Select(p => MemberReader.Find(candidates, p)).ToList();
        foreach (var candidate in candidates.Where(c => !c.IsSettable && !bound.Contains(c)))
        {
            if (SymbolEqualityComparer.Default.Equals(candidate.Symbol.ContainingType, type)
                && LostState.IsLost(candidate.Symbol, constructor, context.CancellationToken))
            {
                Report(context, MessageDescriptors.LostMember, candidate.Symbol, type.Name, candidate.Symbol.Name);
            }
        }
    }

    private static void Report(SymbolAnalysisContext context, DiagnosticDescriptor rule, ISymbol at, params object[] arguments)
    {
        if (at.Locations.FirstOrDefault(static l => l.IsInSource) is { } place)
        {
            context.ReportDiagnostic(Diagnostic.Create(rule, place, arguments));
        }
    }

    private static void Report(
        SymbolAnalysisContext context, DiagnosticDescriptor rule, AttributeData at, ISymbol owner, params object[] arguments)
    {
        if (at.ApplicationSyntaxReference is { } syntax)
        {
            context.ReportDiagnostic(Diagnostic.Create(rule, Location.Create(syntax.SyntaxTree, syntax.Span), arguments));
        }
        else
        {
            Report(context, rule, owner, arguments);
        }
    }
}
