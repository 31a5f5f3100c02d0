using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Finds out whether values of a type may hold ports.</summary>
internal static class PortFinder
{
    /// <summary>Whether a port may be in a value of this type, however deep.</summary>
    public static bool Holds(ITypeSymbol type) => Holds(type, new(SymbolEqualityComparer.Default));

    private static bool Holds(ITypeSymbol type, HashSet<ISymbol> seen)
    {
        if (type is IArrayTypeSymbol array)
        {
            return Holds(array.ElementType, seen);
        }

        if (type is not INamedTypeSymbol named || named.IsUnmanagedType || !seen.Add(named))
        {
            return false;
        }

        if (named.OriginalDefinition.IsHyperactor(named.Name))
        {
            return named.Name is "PortRef" or "OncePortRef";
        }

        // The members of a generic message are looked at as they are declared: its arguments stand for its parameters.
        return PlaceReader.TypeArguments(named).Any(a => Holds(a, seen))
            || (named.Has("Named") && MemberReader.Candidates(named.OriginalDefinition).Any(m => Holds(m.Type, seen)));
    }
}
