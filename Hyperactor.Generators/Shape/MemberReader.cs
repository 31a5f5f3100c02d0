using System.Runtime.CompilerServices;
using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads the members of messages, and how messages are constructed.</summary>
internal static class MemberReader
{
    private static readonly HashSet<string> CodecLocals =
        new(["reader", "writer", "value", "count", "element", "members", "bounds"], StringComparer.Ordinal);

    // Several ask for the members of one type. What was found lives as long as the symbol, which is one compilation's.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, List<Candidate>> Known = new();

    /// <summary>A public property or field with a value of its own.</summary>
    internal sealed record Candidate(ISymbol Symbol, ITypeSymbol Type, bool IsSettable);

    /// <summary>
    /// The public properties and fields that hold values, those of base types first, in the order of declaration.
    /// </summary>
    public static List<Candidate> Candidates(INamedTypeSymbol type) => Known.GetValue(type, Find);

    private static List<Candidate> Find(INamedTypeSymbol type)
    {
        var chain = new List<INamedTypeSymbol>();
        for (var part = type; part is { SpecialType: SpecialType.None }; part = part.BaseType)
        {
            chain.Insert(0, part);
        }

        var candidates = new List<Candidate>();
        foreach (var part in chain)
        {
            var own = SymbolEqualityComparer.Default.Equals(part, type);
            foreach (var candidate in part.GetMembers().Select(m => Read(m, own)).OfType<Candidate>().InSourceOrder(static c => c.Symbol))
            {
                // An override stands where the overridden member stood.
                var overridden = candidates.FindIndex(c => c.Symbol.Name == candidate.Symbol.Name);
                if (overridden >= 0)
                {
                    candidates[overridden] = candidate;
                }
                else
                {
                    candidates.Add(candidate);
                }
            }
        }

        return candidates;
    }

    /// <summary>The constructor with the most parameters, all of which are members; null if there is none.</summary>
    public static IMethodSymbol? Constructor(INamedTypeSymbol type, List<Candidate> candidates) =>
        type.IsAbstract || type.IsStatic
            ? null
            : type.InstanceConstructors
                .Where(c => !IsCopy(c, type) && SetsMembers(c, candidates))
                .OrderByDescending(static c => c.Parameters.Length)
                .FirstOrDefault();

    /// <summary>Whether what is written of a struct is all that it holds, so that its members are its value.</summary>
    public static bool AreAllFields(INamedTypeSymbol type)
    {
        var candidates = Candidates(type);
        if (Constructor(type, candidates) is not { } constructor
            || type.InstanceConstructors.Any(c => c.Parameters.Length > constructor.Parameters.Length))
        {
            return false;
        }

        var written = new HashSet<ISymbol>(
            candidates.Where(c => c.IsSettable || constructor.Parameters.Any(p => Find(candidates, p) == c))
                .Select(static c => c.Symbol),
            SymbolEqualityComparer.Default);
        return type.GetMembers().OfType<IFieldSymbol>()
            .All(f => f.IsStatic || f.IsConst || written.Contains(f.AssociatedSymbol ?? f));
    }

    /// <summary>The member that a constructor's parameter sets.</summary>
    public static Candidate? Find(List<Candidate> candidates, IParameterSymbol parameter) =>
        parameter.RefKind is not (RefKind.None or RefKind.In)
            ? null
            : Find(candidates, parameter, StringComparison.Ordinal)
                ?? Find(candidates, parameter, StringComparison.OrdinalIgnoreCase);

    /// <summary>Symbols in the order of their files' paths, then of their places: the order of trees does not count.</summary>
    public static IEnumerable<T> InSourceOrder<T>(this IEnumerable<T> symbols)
        where T : ISymbol => symbols.InSourceOrder(static s => s);

    /// <summary>What belongs to symbols, in the same order.</summary>
    public static IEnumerable<T> InSourceOrder<T>(this IEnumerable<T> items, Func<T, ISymbol> symbol)
    {
        var placed = items.Select(i => (Item: i, Place: symbol(i).Locations.FirstOrDefault())).ToList();
        return placed.Count < 2
            ? placed.Select(static p => p.Item)
            : placed
                .OrderBy(static p => p.Place?.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(static p => p.Place?.SourceSpan.Start)
                .Select(static p => p.Item);
    }

    /// <summary>Whether values of the type may be null.</summary>
    public static Presence Presence(ITypeSymbol type) =>
        type is ITypeParameterSymbol { IsReferenceType: false, IsValueType: false }
            ? type.NullableAnnotation == NullableAnnotation.Annotated ? Model.Presence.Optional : Model.Presence.Open
            : !type.IsReferenceType
            ? NamesNothing(type) ? Model.Presence.Open : Model.Presence.Value
            : type.NullableAnnotation == NullableAnnotation.NotAnnotated
                ? Model.Presence.Required
                : Model.Presence.Optional;

    // An id or a reference that was never set cannot be sent, and must not come of bytes that are too few either.
    private static bool NamesNothing(ITypeSymbol type) => type.OriginalDefinition.IsHyperactor(type.Name)
        && type.Name is "WorldId" or "ProcId" or "ActorId" or "PortId" or "GangId" or "Reference" or "ActorRef" or "GangRef" or "PortRef" or "OncePortRef";

    /// <summary>The names of locals that every codec has.</summary>
    public static HashSet<string> Locals() => new(CodecLocals, StringComparer.Ordinal);

    /// <summary>A name for a local, apart from those that are taken.</summary>
    public static string Local(string name, ISet<string> taken) =>
        Identifiers.Escape(Identifiers.Unique(Identifiers.Camel(name), taken));

    private static Candidate? Find(List<Candidate> candidates, IParameterSymbol parameter, StringComparison comparison) =>
        candidates.Find(c =>
            string.Equals(c.Symbol.Name, parameter.Name, comparison)
            && SymbolEqualityComparer.Default.Equals(c.Type, parameter.Type));

    private static bool SetsMembers(IMethodSymbol constructor, List<Candidate> candidates)
    {
        var members = constructor.Parameters.Select(p => Find(candidates, p)).ToList();
        return !members.Contains(null) && members.Distinct().Count() == members.Count;
    }

    private static Candidate? Read(ISymbol member, bool own)
    {
        if (member.IsStatic || member.DeclaredAccessibility != Accessibility.Public)
        {
            return null;
        }

        return member switch
        {
            IPropertySymbol { IsIndexer: false, GetMethod: not null } property =>
                new(property, property.Type, IsSettable(property.SetMethod, own)),
            IFieldSymbol { IsImplicitlyDeclared: false, IsConst: false } field => new(field, field.Type, !field.IsReadOnly),
            _ => null,
        };
    }

    private static bool IsSettable(IMethodSymbol? setter, bool own) =>
        setter is not null
        && (own || setter.DeclaredAccessibility is Accessibility.Public);

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        type.IsRecord && constructor.Parameters.Length == 1
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);
}
