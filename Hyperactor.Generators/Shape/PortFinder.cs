using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Finds out whether values of a type may hold ports.</summary>
internal static class PortFinder
{
    // Every handler asks for its messages, and messages for their members.
    private static readonly ConditionalWeakTable<ITypeSymbol, StrongBox<bool>> Known = new();

    /// <summary>Whether a port may be in a value of this type, however deep.</summary>
    public static bool Holds(ITypeSymbol type) =>
        type is INamedTypeSymbol or IArrayTypeSymbol && Known.GetValue(type, Find).Value;

    private static StrongBox<bool> Find(ITypeSymbol type) => new(Holds(type, new(SymbolEqualityComparer.Default)));

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
        return named.TypeArguments.Any(a => Holds(a, seen))
            || (named.Has("Named") && MemberReader.Candidates(named.OriginalDefinition).Any(m => Holds(m.Type, seen)));
    }
}
