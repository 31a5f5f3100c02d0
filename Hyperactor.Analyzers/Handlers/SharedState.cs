using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Handlers;

/// <summary>
/// HYP6008: statics that change. A variable is reported where an actor declares or uses it; a collection in a readonly one only
/// where an actor changes it, since most of them are tables.
/// </summary>
internal static class SharedState
{
    private static readonly HashSet<string> Changes = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "AddOrUpdate", "Append", "AppendLine", "Clear", "Dequeue", "Enqueue", "ExceptWith", "GetOrAdd",
        "Insert", "InsertRange", "IntersectWith", "Pop", "Push", "Remove", "RemoveAll", "RemoveAt", "RemoveRange", "RemoveWhere",
        "Reverse", "Sort", "TryAdd", "TryDequeue", "TryPop", "TryPush", "TryRemove", "TryTake", "TryUpdate", "UnionWith",
    };

    /// <summary>The report on a use of a static.</summary>
    public static Diagnostic? Check(IMemberReferenceOperation use, INamedTypeSymbol actor)
    {
        if (!use.Member.IsStatic || use.Instance is not null)
        {
            return null;
        }

        var what = use.Member switch
        {
            var member when IsVariable(member) => IsOf(member, actor) ? null : Variable,
            IFieldSymbol { IsConst: false } field when IsCollection(field.Type) && IsChanged(use) => Collection,
            IPropertySymbol property when IsAutomatic(property) && IsCollection(property.Type) && IsChanged(use) => Collection,
            _ => null,
        };
        return what is null ? null : Report(Places.Of(use), use.Member, what);
    }

    /// <summary>The report on a static that an actor declares.</summary>
    public static Diagnostic? Check(ISymbol member) =>
        member is { IsStatic: true, IsImplicitlyDeclared: false } && IsVariable(member) && !TypeReader.IsGenerated(member)
            && member.Locations.FirstOrDefault(static l => l.IsInSource) is { } place
            ? Report(place, member, Variable)
            : null;

    private const string Variable = "a static variable";
    private const string Collection = "a static collection that is changed here";

    private static Diagnostic Report(Location place, ISymbol member, string what) => Diagnostic.Create(
        HandlerDescriptors.SharedState, place, $"{member.ContainingType.Name}.{member.Name}", what);

    private static bool IsOf(ISymbol member, INamedTypeSymbol actor) =>
        member.ContainingType.OriginalDefinition.Same(actor);

    private static bool IsVariable(ISymbol member) => member switch
    {
        IFieldSymbol { IsStatic: true, IsConst: false, IsReadOnly: false, AssociatedSymbol: null } field => !IsLogger(field.Type),
        IPropertySymbol { IsStatic: true, SetMethod: not null } property => IsAutomatic(property) && !IsLogger(property.Type),
        _ => false,
    };

    private static bool IsAutomatic(IPropertySymbol property) => property.ContainingType.GetMembers().Any(m =>
        m is IFieldSymbol field && field.AssociatedSymbol.Same(property.OriginalDefinition));

    private static bool IsLogger(ITypeSymbol type) => type.Name is "ILogger" or "Logger" or "ILoggerFactory";

    private static bool IsCollection(ITypeSymbol type) => type is IArrayTypeSymbol
        || type is INamedTypeSymbol { Name: "StringBuilder" }
        || type.ContainingNamespace?.ToDisplayString()
            is "System.Collections" or "System.Collections.Generic" or "System.Collections.Concurrent";

    private static bool IsChanged(IOperation use) => use.Parent switch
    {
        IInvocationOperation call => call.Instance == use && Changes.Contains(call.TargetMethod.Name),
        IPropertyReferenceOperation { Arguments.IsEmpty: false } item => item.Instance == use && IsAssigned(item),
        IArrayElementReferenceOperation element => IsAssigned(element),
        _ => false,
    };

    private static bool IsAssigned(IOperation item) => item.Parent is IAssignmentOperation assignment && assignment.Target == item
        || item.Parent is IIncrementOrDecrementOperation
        || item.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out };
}
