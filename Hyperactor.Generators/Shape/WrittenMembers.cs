using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>The members of a message that are written, in order, and the constructor that takes some of them.</summary>
/// <param name="Constructor">The constructor that its codec calls.</param>
/// <param name="All">The members.</param>
internal sealed record WrittenMembers(IMethodSymbol Constructor, IReadOnlyList<WrittenMembers.Member> All)
{
    // Codecs, handlers and ports ask for the same; what was found lives as long as the symbol.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, StrongBox<WrittenMembers?>> Known = new();

    /// <summary>The member that is marked as the reply, or null.</summary>
    public Member? Reply => All.FirstOrDefault(static m => m.IsReply);

    /// <summary>Reads a type; null if it cannot be constructed.</summary>
    public static WrittenMembers? Read(INamedTypeSymbol type) => Known.GetValue(type, static t => new(Find(t))).Value;

    private static WrittenMembers? Find(INamedTypeSymbol type)
    {
        var candidates = MemberReader.Candidates(type);
        if (MemberReader.Constructor(type, candidates) is not { } constructor)
        {
            return null;
        }

        var bound = constructor.Parameters.ToDictionary(
            p => MemberReader.Find(candidates, p)!.Symbol, static p => p, SymbolEqualityComparer.Default);
        var members = new List<Member>();
        foreach (var candidate in candidates)
        {
            if (bound.TryGetValue(candidate.Symbol, out var parameter) || candidate.IsSettable)
            {
                members.Add(new(candidate, parameter));
            }
        }

        return new(constructor, members);
    }

    /// <summary>A member that is written.</summary>
    /// <param name="Candidate">The property or field.</param>
    /// <param name="Parameter">The parameter that sets it; null if it is assigned.</param>
    internal sealed record Member(MemberReader.Candidate Candidate, IParameterSymbol? Parameter)
    {
        /// <summary>Whether it is marked as the reply.</summary>
        public bool IsReply => ReplyReader.IsReply(Candidate.Symbol, Parameter);

        /// <summary>Whether its ports travel in the port table.</summary>
        public bool IsIncluded => MessageReader.IsIncluded(Candidate, Parameter);
    }
}
