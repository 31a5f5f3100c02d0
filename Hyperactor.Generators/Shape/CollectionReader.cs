using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Finds the codecs of the library for collections.</summary>
internal static class CollectionReader
{
    private const string Sequences = "global::Hyperactor.Data.SequenceCodecs.";
    private const string Pairs = "global::Hyperactor.Data.PairsCodecs.";

    /// <summary>What makes the codec of a collection, as source without arguments; null if it is none that travels.</summary>
    public static string? Maker(INamedTypeSymbol type) => (type.Arity, type.ContainingNamespace?.ToDisplayString()) switch
    {
        (1 or 2, "System.Collections.Generic") => Generic(type),
        (1, "System.Collections.Concurrent") when type.Name is "ConcurrentBag" or "ConcurrentQueue" or "ConcurrentStack" =>
            Sequences + type.Name,
        (2, "System.Collections.Concurrent") when type.Name is "ConcurrentDictionary" => Pairs + type.Name,
        (1, "System.Collections.ObjectModel") when type.Name is "Collection" or "ReadOnlyCollection" => Sequences + type.Name,
        (2, "System.Collections.ObjectModel") when type.Name is "ReadOnlyDictionary" => Pairs + type.Name,
        (1 or 2, "System.Collections.Immutable") => Immutable(type),
        (1, "System.Collections.Frozen") when type.Name is "FrozenSet" => Sequences + type.Name,
        (2, "System.Collections.Frozen") when type.Name is "FrozenDictionary" => Pairs + type.Name,
        _ => null,
    };

    private static string? Generic(INamedTypeSymbol type) => type.Name switch
    {
        "List" or "KeyValuePair" => $"new {TypeReader.Codecs}{type.Name}Codec",
        "HashSet" or "SortedSet" or "Queue" or "Stack" or "LinkedList"
            or "IEnumerable" or "ICollection" or "IList" or "ISet"
            or "IReadOnlyCollection" or "IReadOnlyList" or "IReadOnlySet" => Sequences + type.Name,
        "Dictionary" or "SortedDictionary" or "SortedList" or "IDictionary" or "IReadOnlyDictionary" => Pairs + type.Name,
        _ => null,
    };

    private static string? Immutable(INamedTypeSymbol type) => type.Name switch
    {
        "ImmutableArray" => $"new {TypeReader.Codecs}ImmutableArrayCodec",
        "ImmutableList" or "ImmutableHashSet" or "ImmutableSortedSet" or "ImmutableQueue" or "ImmutableStack"
            or "IImmutableList" or "IImmutableSet" or "IImmutableQueue" or "IImmutableStack" => Sequences + type.Name,
        "ImmutableDictionary" or "ImmutableSortedDictionary" or "IImmutableDictionary" => Pairs + type.Name,
        _ => null,
    };
}
