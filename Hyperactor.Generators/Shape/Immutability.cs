using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>What is known of a value that two hold at once.</summary>
internal enum Mutability
{
    /// <summary>Proven: nobody can change it, nor anything that it holds.</summary>
    Immutable,

    /// <summary>Neither proven nor refuted.</summary>
    Unknown,

    /// <summary>It is made to be changed, or holds something that is.</summary>
    Mutable,
}

/// <summary>
/// Whether values of a type can be shared. A struct is copied, so what counts is what its fields refer to; a class must be
/// closed to other derived classes, because a value may be of one of them.
/// </summary>
internal static class Immutability
{
    private static readonly HashSet<string> Values = new(StringComparer.Ordinal)
    {
        "Guid", "DateTimeOffset", "TimeSpan", "DateOnly", "TimeOnly", "Half", "Int128", "UInt128", "Index", "Range", "Rune",
        "BigInteger", "Complex", "Vector2", "Vector3", "Vector4", "Quaternion", "Matrix3x2", "Matrix4x4", "Plane",
        "Uri", "Version", "Type",
    };

    private static readonly HashSet<string> Ours = new(StringComparer.Ordinal)
    {
        "ActorRef", "GangRef", "PortRef", "OncePortRef", "ActorId", "GangId", "PortId", "ProcId", "WorldId", "Reference",
        "ChannelAddress", "Unit",
    };

    private static readonly HashSet<string> Closed = new(StringComparer.Ordinal)
    {
        "ImmutableArray", "ImmutableList", "ImmutableDictionary", "ImmutableHashSet", "ImmutableSortedDictionary",
        "ImmutableSortedSet", "ImmutableQueue", "ImmutableStack", "FrozenDictionary", "FrozenSet", "Nullable", "ValueTuple",
        "Tuple", "KeyValuePair",
    };

    // Interfaces that only read promise nothing: behind one may be a list.
    private static readonly HashSet<string> Open = new(StringComparer.Ordinal)
    {
        "IReadOnlyList", "IReadOnlyCollection", "IReadOnlyDictionary", "IReadOnlySet", "IEnumerable", "IEqualityComparer", "IComparer",
        "IImmutableList", "IImmutableDictionary", "IImmutableSet", "IImmutableQueue", "IImmutableStack", "IAsyncEnumerable",
        "ReadOnlyCollection", "ReadOnlyDictionary", "ReadOnlySet", "IEnumerator", "IAsyncEnumerator",
        "EqualityComparer", "Comparer", "FrozenDictionary", "FrozenSet",
    };

    /// <summary>What is known of the values of a type.</summary>
    public static Mutability Of(ITypeSymbol type) => Of(type, new(SymbolEqualityComparer.Default));

    /// <summary>Whether it is one of the collections and buffers that are there to be changed.</summary>
    public static bool IsCollection(ITypeSymbol? type) =>
        type is IArrayTypeSymbol
        || type is INamedTypeSymbol named && (IsBuffer(type) && type.Name is "Memory" or "ArraySegment" || IsMutablePlatform(named));

    /// <summary>Whether it is an array, or a view of one.</summary>
    public static bool IsBuffer(ITypeSymbol? type) => type is IArrayTypeSymbol
        || type is { Name: "Memory" or "Span" or "ArraySegment" } && Space(type) == "System";

    private static Mutability Of(ITypeSymbol type, HashSet<ITypeSymbol> open)
    {
        if (type.SpecialType is not (SpecialType.None or SpecialType.System_Object) && type.TypeKind != TypeKind.Interface
            && type.SpecialType is not (SpecialType.System_Array or SpecialType.System_Delegate or SpecialType.System_MulticastDelegate)
            && type.SpecialType != SpecialType.System_Nullable_T)
        {
            return Mutability.Immutable;
        }

        return type switch
        {
            IArrayTypeSymbol => Mutability.Mutable,
            ITypeParameterSymbol parameter => parameter.HasUnmanagedTypeConstraint ? Mutability.Immutable : Mutability.Unknown,
            { TypeKind: TypeKind.Enum } => Mutability.Immutable,
            INamedTypeSymbol named => Known(named, open) ?? Declared(named, open),
            _ => Mutability.Unknown,
        };
    }

    private static Mutability? Known(INamedTypeSymbol type, HashSet<ITypeSymbol> open)
    {
        if (Ours.Contains(type.Name) && type.IsHyperactor(type.Name))
        {
            return Mutability.Immutable;
        }

        if (type.IsHyperactor("Attrs"))
        {
            return Mutability.Mutable;
        }

        if (Space(type) is not { } space || (space != "System" && !space.StartsWith("System.", StringComparison.Ordinal)))
        {
            return null;
        }

        if (Values.Contains(type.Name) && type.Arity == 0)
        {
            return Mutability.Immutable;
        }

        if (Closed.Contains(type.Name) && type.ContainingType is null && type.Arity > 0)
        {
            return Worst(type.TypeArguments, open);
        }

        return IsCollection(type) ? Mutability.Mutable : Mutability.Unknown;
    }

    private static bool IsMutablePlatform(INamedTypeSymbol type) => Space(type) switch
    {
        "System.Collections.Generic" or "System.Collections.Concurrent" or "System.Collections.ObjectModel" or "System.Collections" =>
            type.TypeKind is TypeKind.Class or TypeKind.Interface && type.ContainingType is null && !Open.Contains(type.Name),
        "System.Text" => type.Name == "StringBuilder",
        "System.Text.Json.Nodes" => type.TypeKind == TypeKind.Class,
        "System.IO" => type.Name == "MemoryStream",
        _ => false,
    };

    private static Mutability Declared(INamedTypeSymbol type, HashSet<ITypeSymbol> open)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.DeclaringSyntaxReferences.IsEmpty)
        {
            return Mutability.Unknown;
        }

        if (!open.Add(type))
        {
            return Mutability.Immutable;
        }

        var worst = type.IsValueType || IsClosed(type) ? Mutability.Immutable : Mutability.Unknown;
        for (var part = type; part is { SpecialType: SpecialType.None }; part = part.BaseType)
        {
            if (part.DeclaringSyntaxReferences.IsEmpty)
            {
                worst = Max(worst, Mutability.Unknown);
                break;
            }

            foreach (var field in part.GetMembers().OfType<IFieldSymbol>().Where(static f => !f.IsStatic && !f.IsConst))
            {
                worst = Max(worst, Max(type.IsValueType ? Mutability.Immutable : Of(field), Of(field.Type, open)));
            }
        }

        foreach (var @case in Cases(type))
        {
            worst = Max(worst, Of(@case, open));
        }

        return worst;
    }

    // Whether the field itself can be assigned once its object is made.
    private static Mutability Of(IFieldSymbol field) => field switch
    {
        { IsReadOnly: true } => Mutability.Immutable,
        { AssociatedSymbol: IPropertySymbol { SetMethod: null or { IsInitOnly: true } } } => Mutability.Immutable,
        { AssociatedSymbol: IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Private } } => Mutability.Unknown,
        { AssociatedSymbol: not null } => Mutability.Mutable,
        { DeclaredAccessibility: Accessibility.Private } => Mutability.Unknown,
        _ => Mutability.Mutable,
    };

    // A sealed class, or a message that is the union of the sealed cases within it.
    private static bool IsClosed(INamedTypeSymbol type) =>
        type.IsSealed || type.IsAbstract && type.Has("Named") && Cases(type).Any();

    private static IEnumerable<INamedTypeSymbol> Cases(INamedTypeSymbol type) => !type.IsAbstract
        ? []
        : type.GetTypeMembers().Where(t => t.IsSealed && SymbolEqualityComparer.Default.Equals(t.BaseType, type));

    private static Mutability Worst(IEnumerable<ITypeSymbol> types, HashSet<ITypeSymbol> open) =>
        types.Aggregate(Mutability.Immutable, (worst, type) => Max(worst, Of(type, open)));

    private static Mutability Max(Mutability one, Mutability other) => one > other ? one : other;

    private static string? Space(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString();
}
