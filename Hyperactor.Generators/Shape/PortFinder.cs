using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Finds out whether values of a type may hold ports.</summary>
internal static class PortFinder
{
    /// <summary>Whether a port may be in a value of this type, however deep.</summary>
    public static bool Holds(ITypeSymbol type) => Holds(type, new(SymbolEqualityComparer.Default));

    /// <summary>Whether a message holds a port beside the one through which it is replied to.</summary>
    public static bool HoldsBesideReply(INamedTypeSymbol message) =>
        message.IsUnion() || WrittenMembers.Read(message) is not { } members
            ? Holds(message)
            : members.All.Any(static m => !m.IsReply && Holds(m.Candidate.Type));

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
            || (named.IsUnion() && UnionReader.Cases(named).Any(c => Holds(c, seen)))
            || (named.IsMessage() && MemberReader.Candidates(named.OriginalDefinition).Any(m => Holds(m.Type, seen)));
    }
}
