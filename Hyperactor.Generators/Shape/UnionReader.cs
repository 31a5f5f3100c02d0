using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>
/// Reads unions: abstract <c>[Named]</c> classes whose cases are sealed, derive from them and are nested in them, so that all
/// cases are known where the union is.
/// </summary>
internal static class UnionReader
{
    /// <summary>Whether the type is meant as a union.</summary>
    public static bool IsUnion(this ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: true, IsStatic: false }
        && type.Has("Named") && !type.IsActor() && type.Reduces() is null && !type.IsPackable();

    /// <summary>The nearest union that the type is a case of, or null.</summary>
    public static INamedTypeSymbol? UnionOf(this ITypeSymbol type)
    {
        if (type is not { TypeKind: TypeKind.Class, IsSealed: true, IsStatic: false, ContainingType: not null }
            || type.BaseType is not { SpecialType: SpecialType.None })
        {
            return null;
        }

        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            if (DerivesFrom(type, container) && container.IsUnion())
            {
                return container;
            }
        }

        return null;
    }

    /// <summary>Whether it is a case of a union; it then travels although it carries no attribute.</summary>
    public static bool IsCase(this ITypeSymbol type) => type.UnionOf() is not null;

    /// <summary>The name of a case: in JSON, and of its handler unless that is given another one.</summary>
    public static string CaseName(INamedTypeSymbol type) => type.Name;

    /// <summary>The cases in the order of declaration, those of nested groups in the place of the group.</summary>
    public static IEnumerable<INamedTypeSymbol> Cases(INamedTypeSymbol union) =>
        Nested(union).Where(t => t is { IsSealed: true, Arity: 0 } && DerivesFrom(t, union));

    /// <summary>Reads a union and those of its cases that no attribute of their own brings up.</summary>
    public static EquatableArray<MessageModel> Read(
        INamedTypeSymbol union, List<Violation>? violations, CancellationToken cancellation)
    {
        if (!IsClosed(union, violations) | !PlaceReader.IsOpen(union, violations, cancellation))
        {
            return default;
        }

        var cases = Cases(union).ToList();
        var place = PlaceReader.Read(union);
        var codec = new CodecModel(place.Name, place.Type, union.Uri(), true, default, default, default, CodecKind.Union)
        {
            Cases = cases.Select(static c => new CaseModel(CaseName(c), c.Type())).ToEquatable(),
        };
        var own = new Registration(codec.Uri, RegistrationKind.Codec, $"new {place.Type}.{codec.CodecName}");
        var models = new List<MessageModel> { new(place, codec, new([own])) };
        foreach (var item in cases)
        {
            // What is wrong with a case is said where it is declared.
            if (!item.Has("Named") && SymbolEqualityComparer.Default.Equals(item.UnionOf(), union)
                && MessageReader.Read(item, null, cancellation) is { } model)
            {
                models.Add(model);
            }
        }

        return models.ToEquatable();
    }

    /// <summary>Whether all cases of a union are known.</summary>
    public static bool IsClosed(INamedTypeSymbol union, List<Violation>? violations)
    {
        var good = true;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var nested in Nested(union).Where(t => DerivesFrom(t, union)))
        {
            var problem = PlaceReader.IsGeneric(nested) ? $"its case '{nested.Name}' has type parameters"
                : nested is { IsSealed: false, IsAbstract: false } ? $"its case '{nested.Name}' is not sealed, so it could have cases of its own"
                : nested.IsSealed && !names.Add(CaseName(nested)) ? $"two of its cases are called '{nested.Name}'"
                : nested.IsPackable() ? $"its case '{nested.Name}' is [MemoryPackable]; mark the union so, or neither"
                : null;
            if (problem is not null)
            {
                violations.Report(Rules.HYP2005UnionNotClosed, nested, union.Name, problem);
                good = false;
            }
        }

        if (good && names.Count == 0)
        {
            violations.Report(
                Rules.HYP2005UnionNotClosed, union, union.Name,
                "it has no cases; nest a sealed partial record in it for each, or make it concrete");
        }

        return good && names.Count > 0;
    }

    /// <summary>Notes what derives from a union from outside, and a base with cases that is not abstract.</summary>
    public static void CheckBase(INamedTypeSymbol type, List<Violation> violations)
    {
        if (type.TypeKind != TypeKind.Class || type.BaseType is not { SpecialType: SpecialType.None } @base)
        {
            return;
        }

        for (; @base is { SpecialType: SpecialType.None }; @base = @base.BaseType)
        {
            if (@base.IsUnion() && !IsWithin(type, @base))
            {
                violations.Report(
                    Rules.HYP2005UnionNotClosed, type, @base.Name, $"'{type.Name}' derives from it and is not nested in it");
                return;
            }
        }

        @base = type.BaseType;
        if (!type.Has("Named") && IsWithin(type, @base) && !@base.IsAbstract && @base.IsMessage())
        {
            violations.Report(
                Rules.HYP2005UnionNotClosed, @base, @base.Name,
                $"it is not abstract, so its value could be no case; '{type.Name}' would lose what it adds");
        }
    }

    private static IEnumerable<INamedTypeSymbol> Nested(INamedTypeSymbol type) =>
        type.GetMembers().OfType<INamedTypeSymbol>().InSourceOrder().SelectMany(static t => Nested(t).Prepend(t));

    private static bool DerivesFrom(ITypeSymbol type, INamedTypeSymbol ancestor)
    {
        for (var @base = type.BaseType; @base is not null; @base = @base.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(@base, ancestor))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWithin(INamedTypeSymbol type, INamedTypeSymbol container)
    {
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(outer, container))
            {
                return true;
            }
        }

        return false;
    }
}
