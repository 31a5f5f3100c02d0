using Hyperactor.Analyzers.Ownership;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Sends;

/// <summary>What an expression carries as it is: a message that is made around a list carries the list.</summary>
internal static class Carried
{
    private const int DepthMax = 4;

    /// <summary>The locals, parameters and members that an expression carries, without copying them.</summary>
    public static IEnumerable<IOperation> By(IOperation value, int depth = 0)
    {
        value = value.Inner();
        if (depth > DepthMax)
        {
            return [];
        }

        return value switch
        {
            _ when value.Place() is not null => [value],
            IObjectCreationOperation made when Keeps(made.Type) => [
                .. made.Arguments.SelectMany(a => By(a.Value, depth + 1)),
                .. Assigned(made.Initializer).SelectMany(v => By(v, depth + 1)),
            ],
            IInvocationOperation call when IsView(call) => By(call.Instance ?? call.Arguments[0].Value, depth + 1),
            IPropertyReferenceOperation { Instance: { } owner, Property: { Name: "Memory", ContainingType.Name: "IMemoryOwner" } } =>
                By(owner, depth + 1),
            ITupleOperation tuple => tuple.Elements.SelectMany(e => By(e, depth + 1)),
            IConditionalOperation { WhenFalse: { } otherwise } choice => [
                .. By(choice.WhenTrue, depth + 1), .. By(otherwise, depth + 1)],
            _ => [],
        };
    }

    /// <summary>Whether a type is of namespace System or below.</summary>
    public static bool IsOfPlatform(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } outer })
        {
            space = outer;
        }

        return space?.Name == "System";
    }

    private static IEnumerable<IOperation> Assigned(IObjectOrCollectionInitializerOperation? initializer) =>
        initializer is null ? [] : initializer.Initializers.OfType<ISimpleAssignmentOperation>().Select(static a => a.Value);

    // A collection of the platform copies what it is made of; its views, tuples and results do not.
    private static bool Keeps(ITypeSymbol? type) => type is not null
        && (!IsOfPlatform(type) || type.Name is "Memory" or "ReadOnlyMemory" or "ArraySegment" or "Tuple" or "ValueTuple"
            or "ValueTask" or "ReadOnlyCollection" or "ReadOnlyDictionary" or "KeyValuePair");

    private static bool IsView(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "AsMemory" or "AsReadOnly" or "Slice" or "FromResult" } method => IsOfPlatform(method.ContainingType),
        { Name: "Where" or "Select" or "Skip" or "Take" or "OrderBy" or "OrderByDescending" or "Reverse" or "AsEnumerable" } method =>
            method.ContainingType is { Name: "Enumerable" } type && IsOfPlatform(type),
        _ => false,
    } && (call.Instance is not null || !call.Arguments.IsEmpty);
}
