using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads the member of a message through which its handler replies.</summary>
internal static class ReplyReader
{
    private const string Name = "Reply";

    /// <summary>Whether the member is marked: itself, or the parameter that sets it.</summary>
    public static bool IsReply(ISymbol member, IParameterSymbol? parameter) =>
        member.Has(Name) || (parameter?.Has(Name) ?? false);

    /// <summary>The type of what goes through a reply port, or null if the type is no such port.</summary>
    public static ITypeSymbol? TypeOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 1 } port && port.OriginalDefinition.IsHyperactor("OncePortRef")
            ? port.TypeArguments[0]
            : null;

    /// <summary>What the message is answered with, or null if it is not marked, or marked wrongly.</summary>
    public static ITypeSymbol? Read(INamedTypeSymbol message) =>
        WrittenMembers.Read(message) is { } members && Check(members.All, null) && members.Reply is { } reply
            ? TypeOf(reply.Candidate.Type)
            : null;

    /// <summary>Whether the marked members of a message make sense.</summary>
    public static bool Check(IReadOnlyList<WrittenMembers.Member> members, List<Violation>? violations)
    {
        var good = true;
        var marked = members.Where(static m => m.IsReply).ToList();
        foreach (var member in marked)
        {
            var type = member.Candidate.Type;
            var problem = marked.Count > 1 ? "a message has one reply"
                : type.TypeKind == TypeKind.Error ? ""
                : TypeOf(type) is null ? $"it is a {type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}; declare it OncePortRef<T>"
                : member != members[members.Count - 1] ? "it must be the last member"
                : null;
            if (problem is null)
            {
                continue;
            }

            good = false;
            if (problem.Length > 0)
            {
                violations.Report(Rules.HYP1007Reply, member.Candidate.Symbol, member.Candidate.Symbol.Name, problem);
            }
        }

        return good;
    }

    /// <summary>Notes marks that stand where nothing is replied.</summary>
    public static void CheckStray(INamedTypeSymbol type, List<Violation> violations)
    {
        var known = type.IsMessage() && WrittenMembers.Read(type) is { } members
            ? new HashSet<ISymbol>(
                members.All.SelectMany(static m => new ISymbol?[] { m.Candidate.Symbol, m.Parameter }).OfType<ISymbol>(),
                SymbolEqualityComparer.Default)
            : [];
        foreach (var member in type.GetMembers())
        {
            var marked = member switch
            {
                IPropertySymbol => new[] { member },
                IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor, IsImplicitlyDeclared: false } method =>
                    method.Parameters.Cast<ISymbol>(),
                _ => [],
            };
            foreach (var symbol in marked.Where(s => s.Has(Name) && !known.Contains(s)))
            {
                var remedy = symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } }
                    ? "a method replies by what it returns; return ValueTask<T>"
                    : "it is no member of a message";
                violations.Report(Rules.HYP1007Reply, symbol, symbol.Name, remedy);
            }
        }
    }
}
