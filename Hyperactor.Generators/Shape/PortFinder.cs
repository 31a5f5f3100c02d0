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

    /// <summary>Whether a message holds a port beside the one through which it is replied to.</summary>
    public static bool HoldsBesideReply(INamedTypeSymbol message) =>
        message.IsUnion() || WrittenMembers.Read(message) is not { } members
            ? Holds(message)
            : members.All.Any(static m => !m.IsReply && Holds(m.Candidate.Type));

    /// <summary>Why relays could not rewrite the ports of a message, or null.</summary>
    /// <param name="message">The message.</param>
    /// <param name="isCall">Whether its reply goes another way than through its member.</param>
    public static string? Loose(INamedTypeSymbol message, bool isCall)
    {
        if (!MessageReader.IsBound(message))
        {
            return $"'{message.Name}' is cast and holds a port, but is not marked [Bind, Unbind]";
        }

        foreach (var member in WrittenMembers.Read(message)?.All ?? [])
        {
            if (Holds(member.Candidate.Type) && !member.IsIncluded && !(isCall && member.IsReply))
            {
                return $"'{message.Name}' is cast, but the port in '{member.Candidate.Symbol.Name}' is not marked [Include]";
            }
        }

        return null;
    }

    /// <summary>The same for a message that is called if it has a reply; null also if it holds no other port.</summary>
    public static string? LooseBesideReply(INamedTypeSymbol message) =>
        HoldsBesideReply(message) ? Loose(message, isCall: true) : null;

    /// <summary>Why a message cannot be cast, or null.</summary>
    /// <param name="message">The message.</param>
    /// <param name="isCall">Whether its reply goes another way than through its member.</param>
    public static string? WhyNotCast(INamedTypeSymbol message, bool isCall) =>
        isCall ? LooseBesideReply(message) : Holds(message) ? Loose(message, isCall) : null;

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
            || (named.IsUnion() && UnionReader.Cases(named).Any(c => Holds(c, seen)))
            || (named.IsMessage() && MemberReader.Candidates(named.OriginalDefinition).Any(m => Holds(m.Type, seen)));
    }
}
