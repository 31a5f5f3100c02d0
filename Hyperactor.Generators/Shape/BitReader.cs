using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>
/// Reads which bits of values are no value. Structs without references travel as their bytes in memory, so whoever reads
/// them must check what they hold: the runtime for the types that it knows, a codec of ours for a struct that is ours.
/// </summary>
internal static class BitReader
{
    private const string ValueBits = "global::Hyperactor.Data.ValueBits.";
    private const string Pointer = "a pointer";
    private const string Drawing = "System.Drawing";

    /// <summary>Why the bytes of a struct that no codec is written for cannot be believed, and what to do; or null.</summary>
    public static string? Problem(INamedTypeSymbol type) => Held(type, []) switch
    {
        null => null,
        Pointer => "it holds a pointer or an nint, which mean nothing to others; use long or ulong",
        var held => $"not all bytes are a value of it, because it holds {held}, and nobody checks them; "
            + (type.DeclaringSyntaxReferences.IsEmpty
                ? "use a [Named] partial struct of your own"
                : type.IsPackable()
                    ? "mark it [Named] instead of [MemoryPackable]"
                    : "mark it [Named] and declare it partial"),
    };

    /// <summary>Whether a struct is its bytes in memory, or may be for some arguments.</summary>
    public static bool MayBeMemory(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Struct
        && Fields(type).All(static f => !f.Type.IsReferenceType && (f.Type.IsUnmanagedType || GenericReader.IsOpen(f.Type)));

    /// <summary>The fields of values.</summary>
    public static IEnumerable<IFieldSymbol> Fields(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(static f => !f.IsStatic && !f.IsConst);

    /// <summary>Reads what must be checked in a value.</summary>
    /// <param name="type">Its type, which travels.</param>
    /// <param name="value">The value, as source.</param>
    /// <param name="checks">Where the checks go, as source.</param>
    /// <param name="checkers">Where the types go whose own codecs are asked.</param>
    /// <returns>Why it cannot be checked and what to do, or null.</returns>
    public static string? Read(ITypeSymbol type, string value, List<string> checks, List<ITypeSymbol> checkers)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } optional)
        {
            checks.Add($"{ValueBits}CheckPresence({value})");
            return Read(optional.TypeArguments[0], value + ".GetValueOrDefault()", checks, checkers);
        }

        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
        {
            for (var i = 0; i < tuple.TupleElements.Length; i++)
            {
                if (Read(tuple.TupleElements[i].Type, $"{value}.Item{i + 1}", checks, checkers) is { } problem)
                {
                    return problem;
                }
            }

            return null;
        }

        if (!GenericReader.IsOpen(type) && Held(type, []) is null)
        {
            return null;
        }

        if (type is INamedTypeSymbol { TypeKind: TypeKind.Struct } named && !IsPrimitive(named) && !named.IsMessage())
        {
            return Problem(named) ?? "its arguments are open, and nobody checks its bytes; use a tuple or a [Named] type";
        }

        if (Primitive(type) == Pointer)
        {
            return "a pointer or an nint means nothing to others; use long or ulong";
        }

        if (type.IsMessage())
        {
            checkers.Add(type);
        }

        checks.Add($"{ValueBits}Check({value})");
        return null;
    }

    /// <summary>Whether anything must be checked in values of a type, or cannot be.</summary>
    public static bool IsChecked(ITypeSymbol type)
    {
        var checks = new List<string>();
        return Read(type, "", checks, []) is not null || checks.Count > 0;
    }

    /// <summary>What a value holds that does not take all bits, for people; null if all bits are a value.</summary>
    public static string? Held(ITypeSymbol type, List<ITypeSymbol> around)
    {
        if (Primitive(type) is { } primitive)
        {
            return primitive.Length == 0 ? null : primitive;
        }

        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct } named)
        {
            return null;
        }

        if (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return Named(named);
        }

        // A struct in itself is an error, which the compiler reports.
        if (around.Contains(named, SymbolEqualityComparer.Default))
        {
            return null;
        }

        around.Add(named);
        var held = Fields(named).Select(f => Held(f, around))
            .Concat(KeptParameters.Of(named).Select(p => Held(p.Type, around)))
            .FirstOrDefault(static h => h is not null);
        around.RemoveAt(around.Count - 1);
        return held;
    }

    private static string? Held(IFieldSymbol field, List<ITypeSymbol> around) =>
        field is { IsFixedSizeBuffer: true, Type: IPointerTypeSymbol buffer }
            ? Held(buffer.PointedAtType, around)
            : field.DeclaringSyntaxReferences.IsEmpty && field.Name.StartsWith("_dummy", StringComparison.Ordinal)
                ? "what cannot be seen here"
                : Held(field.Type, around);

    /// <summary>Whether the runtime knows the type.</summary>
    public static bool IsPrimitive(ITypeSymbol type) => Primitive(type) is not null;

    // Empty for those that take all bits. Of some types of the framework the compiler sees no fields, or not the true ones.
    private static string? Primitive(ITypeSymbol type)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_Boolean or SpecialType.System_Decimal or SpecialType.System_DateTime:
                return Named(type);
            case SpecialType.System_IntPtr or SpecialType.System_UIntPtr:
                return Pointer;
            case SpecialType.System_Char or (>= SpecialType.System_SByte and <= SpecialType.System_Double):
                return "";
        }

        return type switch
        {
            IPointerTypeSymbol or IFunctionPointerTypeSymbol => Pointer,
            { TypeKind: TypeKind.Enum } => "",
            INamedTypeSymbol { Arity: 0, TypeKind: TypeKind.Struct } when type.Is("System", type.Name) => type.Name switch
            {
                "DateTimeOffset" or "DateOnly" or "TimeOnly" => Named(type),
                "Guid" or "TimeSpan" or "Half" or "Int128" or "UInt128" or "Index" or "Range" => "",
                _ => null,
            },
            _ when type.Is("System.Text", "Rune") => Named(type),
            _ when type.Is("System.Numerics", "Complex") => "",
            _ when type.Is(Drawing, type.Name)
                && type.Name is "Point" or "PointF" or "Size" or "SizeF" or "Rectangle" or "RectangleF" => "",
            _ => null,
        };
    }

    private static string Named(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
}
