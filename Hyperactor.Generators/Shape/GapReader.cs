using Hyperactor.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>
/// Finds structs that may have bytes between their fields. Those bytes hold whatever was in memory, so they travel as zeros:
/// a codec tells which they are by looking whether any field sees them.
/// </summary>
internal static class GapReader
{
    private const string IsZero = "global::Hyperactor.Data.ValueBits.IsZero";

    /// <summary>The bytes of a value without gaps, if that is what it is.</summary>
    /// <param name="Size">How many there are.</param>
    /// <param name="Align">At multiples of what it lies.</param>
    private readonly record struct Layout(int Size, int Align);

    /// <summary>Whether there may be bytes between the fields of values of a type without references.</summary>
    public static bool MayHave(ITypeSymbol type) => Measure(type) is null;

    /// <summary>Whether there may be bytes between these fields.</summary>
    public static bool MayHave(IEnumerable<ITypeSymbol> fields) => Measure(fields) is null;

    /// <summary>Reads how to tell whether a value is zero.</summary>
    /// <param name="type">Its type, which holds no reference.</param>
    /// <param name="value">The value, as source.</param>
    /// <param name="tests">Where the tests go, as source.</param>
    /// <param name="checkers">Where the types go whose own codecs are asked.</param>
    /// <param name="isOuter">Whether it is the value of the codec that asks, so that this codec cannot be asked.</param>
    /// <returns>Why it cannot be told and what to do, or null.</returns>
    public static string? Read(
        ITypeSymbol type, string value, List<string> tests, List<ITypeSymbol> checkers, bool isOuter = false)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } optional)
        {
            tests.Add($"{IsZero}({value}.HasValue)");
            return Read(optional.TypeArguments[0], value + ".GetValueOrDefault()", tests, checkers);
        }

        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
        {
            return ReadAll(
                tuple.TupleElements.Select((e, i) => (e.Type, $"{value}.Item{i + 1}")), tests, checkers);
        }

        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct } named || !MayHave(type)
            || BitReader.IsPrimitive(type) || (type.IsMessage() && !isOuter))
        {
            if (type.IsMessage())
            {
                checkers.Add(type);
            }

            tests.Add($"{IsZero}({value})");
            return null;
        }

        var fields = BitReader.Fields(named).ToList();
        return fields.All(IsSeen) && !KeptParameters.Of(named).Any()
            ? ReadAll(fields.Select(f => (f.Type, $"{value}.{Name(f)}")), tests, checkers)
            : "between its fields lie bytes that would show what was in memory before, and nobody can tell which; "
                + (type.DeclaringSyntaxReferences.IsEmpty
                    ? "use a [Named] partial struct of your own"
                    : "mark it [Named] and declare it partial");
    }

    /// <summary>The field as source names it.</summary>
    public static string Name(IFieldSymbol field) => Identifiers.Escape((field.AssociatedSymbol ?? field).Name);

    private static string? ReadAll(
        IEnumerable<(ITypeSymbol Type, string Value)> parts, List<string> tests, List<ITypeSymbol> checkers)
    {
        foreach (var (type, value) in parts)
        {
            if (Read(type, value, tests, checkers) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static bool IsSeen(IFieldSymbol field) =>
        !field.IsFixedSizeBuffer
        && (field.AssociatedSymbol ?? field).DeclaredAccessibility == Accessibility.Public
        && field.AssociatedSymbol is not IPropertySymbol { GetMethod: not { DeclaredAccessibility: Accessibility.Public } }
        && StructReader.IsPlain(field, CancellationToken.None);

    // Tuples and dates lie as the runtime likes, so nothing is promised of what holds them.
    private static Layout? Measure(ITypeSymbol type)
    {
        if (Size(type) is { } known)
        {
            return new(known, known < 16 ? known : type.Name switch { "Guid" => 4, "Decimal" => 8, _ => 16 });
        }

        return type switch
        {
            INamedTypeSymbol { EnumUnderlyingType: { } underlying } => Measure(underlying),
            _ when type.Is("System", "Range") => new(8, 4),
            _ when type.Is("System.Numerics", "Complex") => new(16, 8),
            _ when type.Is("System.Drawing", type.Name) && BitReader.IsPrimitive(type) =>
                new(type.Name.StartsWith("Rect", StringComparison.Ordinal) ? 16 : 8, 4),
            INamedTypeSymbol { TypeKind: TypeKind.Struct, IsTupleType: false } named
                when !HasLayout(named) && !BitReader.IsPrimitive(named)
                && named.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T =>
                Measure(BitReader.Fields(named).Select(static f => f.Type).Concat(KeptParameters.Of(named).Select(static p => p.Type))),
            _ => null,
        };
    }

    private static Layout? Measure(IEnumerable<ITypeSymbol> fields)
    {
        var (size, align) = (0, 1);
        foreach (var field in fields)
        {
            if (Measure(field) is not { } layout || size % layout.Align != 0)
            {
                return null;
            }

            size += layout.Size;
            align = Math.Max(align, layout.Align);
        }

        return size == 0 || size % align != 0 ? null : new(size, align);
    }

    private static int? Size(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean or SpecialType.System_SByte or SpecialType.System_Byte => 1,
        SpecialType.System_Char or SpecialType.System_Int16 or SpecialType.System_UInt16 => 2,
        SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single => 4,
        SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double => 8,
        SpecialType.System_Decimal => 16,
        _ when type.Is("System.Text", "Rune") => 4,
        _ when type.Is("System", type.Name) => type.Name switch
        {
            "Half" => 2,
            "DateOnly" or "Index" => 4,
            "TimeSpan" or "TimeOnly" => 8,
            "Guid" or "Int128" or "UInt128" => 16,
            _ => null,
        },
        _ => null,
    };

    private static bool HasLayout(INamedTypeSymbol type) =>
        BitReader.Fields(type).Any(static f => f.IsFixedSizeBuffer)
        || type.GetAttributes().Any(static a =>
            a.AttributeClass.Is("System.Runtime.CompilerServices", "InlineArrayAttribute")
            || a.AttributeClass.Is("System.Runtime.InteropServices", "StructLayoutAttribute"));
}
