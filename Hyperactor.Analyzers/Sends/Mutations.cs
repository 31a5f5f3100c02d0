using Hyperactor.Analyzers.Ownership;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Sends;

/// <summary>Which operations change the inside of something, and of what.</summary>
internal static class Mutations
{
    private static readonly HashSet<string> Mutators = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "AddFirst", "AddLast", "AddOrUpdate", "Append", "AppendLine", "AppendFormat", "AppendJoin", "Clear",
        "Dequeue", "Enqueue", "EnqueueRange", "ExceptWith", "Fill", "GetOrAdd", "Insert", "InsertRange", "IntersectWith", "Not",
        "Pop", "Push", "Remove", "RemoveAll", "RemoveAt", "RemoveFirst", "RemoveLast", "RemoveRange", "RemoveWhere", "Replace",
        "Reverse", "Set", "SetAll", "SetLength", "SetValue", "Sort", "SymmetricExceptWith", "TryAdd", "TryDequeue", "TryPop",
        "TryRemove", "TryUpdate", "UnionWith", "Write", "WriteByte",
    };

    // What reads into a buffer that it is given.
    private static readonly HashSet<string> Readers = new(StringComparer.Ordinal)
    {
        "Read", "ReadAsync", "ReadAtLeast", "ReadAtLeastAsync", "ReadBlock", "ReadBlockAsync", "ReadExactly", "ReadExactlyAsync",
        "Receive", "ReceiveAsync", "NextBytes", "GetBytes", "Shuffle",
    };

    /// <summary>The local, parameter or member whose inside an operation changes; null if it changes none.</summary>
    public static IOperation? Changed(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment => Inside(assignment.Target),
        IIncrementOrDecrementOperation step => Inside(step.Target),
        IInvocationOperation call => Called(call),
        _ => null,
    };

    private static IOperation? Inside(IOperation target) => target switch
    {
        IArrayElementReferenceOperation element => Root(element.ArrayReference),
        IImplicitIndexerReferenceOperation indexed => Root(indexed.Instance),
        IPropertyReferenceOperation { Instance: { } owner } property when owner is not IInstanceReferenceOperation
            || !property.Arguments.IsEmpty => Root(owner),
        IFieldReferenceOperation { Instance: { } owner } when owner is not IInstanceReferenceOperation => Root(owner),
        _ => null,
    };

    private static IOperation? Called(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (call.Instance is { } instance && instance is not IInstanceReferenceOperation && Mutators.Contains(method.Name))
        {
            return instance.Type is { } type && Immutability.Of(type) == Mutability.Immutable || IsFrozen(instance.Type) || MakesAnother(method)
                ? null
                : Root(instance);
        }

        if (method.IsStatic && method.ContainingType.Name is "Array" or "MemoryExtensions" or "RandomNumberGenerator"
            && Mutators.Contains(method.Name) && !call.Arguments.IsEmpty)
        {
            return Root(call.Arguments[0].Value);
        }

        if (Readers.Contains(method.Name) && Carried.IsOfPlatform(method.ContainingType))
        {
            return call.Arguments.Select(static a => a.Value)
                .FirstOrDefault(static v => Immutability.IsBuffer(v.Inner().Type) || Immutability.IsBuffer(v.Type)) is { } buffer
                ? Root(buffer)
                : null;
        }

        return method.Name is "CopyTo" && !call.Arguments.IsEmpty ? Root(call.Arguments[call.Instance is null ? 1 : 0].Value) : null;
    }

    // Their Add makes another one.
    private static bool IsFrozen(ITypeSymbol? type) => type is not null
        && (type.Name.StartsWith("Immutable", StringComparison.Ordinal) || type.Name.StartsWith("IImmutable", StringComparison.Ordinal)
            || type.SpecialType == SpecialType.System_String)
        && type.Name != "Builder";

    // So do methods of the user that return what they are called on; builders of the platform return themselves.
    private static bool MakesAnother(IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType) && !Carried.IsOfPlatform(method.ContainingType);

    // What holds it: of order.Lines[3].Name the order; of buffer.AsSpan(4) the buffer.
    private static IOperation? Root(IOperation value)
    {
        while (true)
        {
            value = value.Inner();
            if (value.Place() is not null)
            {
                return value;
            }

            switch (value)
            {
                case IPropertyReferenceOperation { Instance: { } owner }: value = owner; break;
                case IFieldReferenceOperation { Instance: { } owner }: value = owner; break;
                case IArrayElementReferenceOperation element: value = element.ArrayReference; break;
                case IImplicitIndexerReferenceOperation indexed: value = indexed.Instance; break;
                case IInvocationOperation { TargetMethod.Name: "AsSpan" or "AsMemory" or "Slice" } view
                    when view.Instance is not null || !view.Arguments.IsEmpty:
                    value = view.Instance ?? view.Arguments[0].Value;
                    break;
                default: return null;
            }
        }
    }
}
