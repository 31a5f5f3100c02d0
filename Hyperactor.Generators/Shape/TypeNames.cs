using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Types as text.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat Bare = SymbolDisplayFormat.FullyQualifiedFormat
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Annotated = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Dotted = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.None)
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>Fully qualified, without annotations.</summary>
    public static string Type(this ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(Bare);

    /// <summary>
    /// Fully qualified, with the user's annotations. A reference in code that has none may be null, and is marked so.
    /// </summary>
    public static string AnnotatedType(this ITypeSymbol type) =>
        type.ToDisplayString(Annotated)
        + (type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.None } ? "?" : "");

    /// <summary>Namespace, containers and name with dots.</summary>
    public static string FullName(this ITypeSymbol type) => type.ToDisplayString(Dotted);

    /// <summary>
    /// The name that all processes share: what <c>[Named]</c> says, or the full name, of a case that of the union and its own; of a use of a generic type also
    /// the names of the arguments.
    /// </summary>
    public static string Uri(this ITypeSymbol type)
    {
        var named = type.Ours("Named");
        var uri = named is { ConstructorArguments.Length: 1 }
            && named.ConstructorArguments[0].Value is string { Length: > 0 } said
            ? said
            : type.UnionOf() is { } union ? $"{union.Uri()}.{UnionReader.CaseName((INamedTypeSymbol)type)}"
            : type.FullName();
        return type is INamedTypeSymbol { IsDefinition: false, IsUnboundGenericType: false } use && PlaceReader.IsGeneric(use)
            ? $"{uri}<{string.Join(", ", PlaceReader.TypeArguments(use).Select(ArgumentUri))}>"
            : uri;
    }

    // What cannot travel has a name in its own process all the same.
    private static string ArgumentUri(ITypeSymbol type) =>
        TypeReader.Read(type) is { IsGood: true, Uri: var uri } ? uri : type.FullName();
}
