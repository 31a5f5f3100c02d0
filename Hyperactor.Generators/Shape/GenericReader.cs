using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>
/// Reads uses of generic messages. Each use has a name and a codec of its own, and whoever closes the use registers it,
/// together with the codecs of what its members have become.
/// </summary>
/// <param name="types">Reads arguments and members.</param>
internal sealed class GenericReader(TypeReader types)
{
    // A type may hold uses of itself that never repeat, such as W<T>(W<List<T>>? Next).
    private const int NestingMax = 8;

    // Null while it is being read.
    private readonly Dictionary<ISymbol, TypeFacts?> _uses = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> _definitions = new(SymbolEqualityComparer.Default);
    private readonly List<INamedTypeSymbol> _nesting = [];

    /// <summary>
    /// Whether it is a parameter of a generic message or of what contains it: its codec is written for whatever it will be.
    /// </summary>
    public static bool IsOfMessage(ITypeParameterSymbol parameter) => parameter.DeclaringType is not null;

    /// <summary>How the arguments of a use travel.</summary>
    public IReadOnlyList<TypeFacts> Arguments(INamedTypeSymbol type) => [.. PlaceReader.TypeArguments(type).Select(types.Facts)];

    /// <summary>Reads a use of a generic type.</summary>
    public TypeFacts Read(INamedTypeSymbol type)
    {
        if (!type.IsMessage())
        {
            return TypeFacts.Cannot(
                type.TypeKind == TypeKind.Interface
                || type.ContainingNamespace.ToDisplayString().StartsWith("System.Coll", StringComparison.Ordinal)
                    ? "this collection has no codec; use an array, List<T>, HashSet<T> or Dictionary<TKey, TValue>"
                    : "it has no codec; mark it [Named] and declare it partial");
        }

        if (type.IsUnboundGenericType)
        {
            return TypeFacts.Cannot("its arguments are missing; only a use of it has values");
        }

        var arguments = Arguments(type);
        if (arguments.FirstOrDefault(static f => !f.IsGood) is { } bad)
        {
            return bad;
        }

        var facts = new TypeFacts(type.Uri(), MemberForm.Value, default, null);
        if (IsOpen(type))
        {
            return facts;
        }

        if (_uses.TryGetValue(type, out var known))
        {
            return known ?? facts;
        }

        _uses[type] = null;
        var read = IsWellFormed(type.OriginalDefinition) ? Nest(type, facts, arguments) : TypeFacts.Unresolved;
        _uses[type] = read;
        return read;
    }

    private TypeFacts Nest(INamedTypeSymbol type, TypeFacts facts, IReadOnlyList<TypeFacts> arguments)
    {
        if (_nesting.Count(t => SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, type.OriginalDefinition)) == NestingMax)
        {
            return TypeFacts.Cannot("it holds ever larger uses of itself; break the circle with a type of its own");
        }

        _nesting.Add(type);
        var registrations = new List<Registration>
        {
            new(facts.Uri, RegistrationKind.LibraryCodec, $"new {type.Type()}.{CodecModel.CodecNameOf(type.Name)}"),
        };
        registrations.AddRange(arguments.SelectMany(static a => a.Registrations));
        var bad = Members(type, registrations);
        _nesting.RemoveAt(_nesting.Count - 1);
        return bad ?? facts with { Registrations = registrations.Distinct().ToEquatable() };
    }

    // In another assembly, setters that are not public cannot be seen; what travels there is known to be good.
    private TypeFacts? Members(INamedTypeSymbol type, List<Registration> registrations)
    {
        var foreign = type.DeclaringSyntaxReferences.IsEmpty;
        var candidates = MemberReader.Candidates(type);
        var constructor = MemberReader.Constructor(type, candidates);
        foreach (var candidate in candidates)
        {
            var written = candidate.IsSettable
                || (constructor?.Parameters.Any(p => MemberReader.Find(candidates, p) == candidate) ?? false);
            if (!written && !foreign)
            {
                continue;
            }

            var facts = types.Facts(candidate.Type);
            if (facts.IsGood)
            {
                registrations.AddRange(facts.Registrations);
            }
            else if (written)
            {
                return facts;
            }
        }

        registrations.AddRange(Checkers(type).SelectMany(c => types.Facts(c).Registrations));
        return null;
    }

    // What fields hold that are no members is checked where the struct is its bytes in memory.
    private static List<ITypeSymbol> Checkers(INamedTypeSymbol type)
    {
        var checkers = new List<ITypeSymbol>();
        if (BitReader.MayBeMemory(type))
        {
            foreach (var field in BitReader.Fields(type))
            {
                BitReader.Read(field.Type, "", [], checkers);
            }
        }

        return checkers;
    }

    // A definition that is being read holds uses of itself through others; if it is bad, so is all that asks for it.
    private bool IsWellFormed(INamedTypeSymbol definition)
    {
        if (definition.DeclaringSyntaxReferences.IsEmpty)
        {
            return !definition.GetTypeMembers(CodecModel.CodecNameOf(definition.Name)).IsEmpty;
        }

        if (!_definitions.TryGetValue(definition, out var good))
        {
            _definitions[definition] = true;
            good = MessageReader.IsWellFormed(definition, types);
            _definitions[definition] = good;
        }

        return good;
    }

    /// <summary>Whether a parameter of a type is left in it.</summary>
    public static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol named => PlaceReader.TypeArguments(named).Any(IsOpen),
        _ => false,
    };
}
