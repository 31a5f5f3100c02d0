using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads how types travel.</summary>
internal static class TypeReader
{
    internal const string Codecs = "global::Hyperactor.Data.";
    private const int TupleMax = 8;
    private const string Casting = "global::Hyperactor.Casting.";

    /// <summary>Reads how a type travels.</summary>
    public static TypeFacts Read(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Error)
        {
            return TypeFacts.Unresolved;
        }

        if (IsGenerated(type))
        {
            return TypeFacts.Cannot("it is generated, and a generator cannot see what is generated; declare it yourself");
        }

        if (BuiltIn(type) is { } builtIn)
        {
            return builtIn;
        }

        return type switch
        {
            IArrayTypeSymbol array => Array(array),
            INamedTypeSymbol named => Named(named),
            _ => TypeFacts.Cannot("it could be anything; use the type that you mean"),
        };
    }

    private static TypeFacts? BuiltIn(ITypeSymbol type)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_String:
                return new("string", MemberForm.Text, default, null);
            case SpecialType.System_IntPtr or SpecialType.System_UIntPtr:
                return TypeFacts.Cannot("its size depends on the machine; use long or ulong");
            case SpecialType.System_Object:
                return TypeFacts.Cannot("anything could be in it; use the type that you mean");
            case SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_Decimal
                or (>= SpecialType.System_SByte and <= SpecialType.System_Double):
                return new(type.ToDisplayString(), MemberForm.Unmanaged, default, null);
        }

        if (type.Is("System", type.Name)
            && type.Name is "Guid" or "TimeSpan" or "DateOnly" or "TimeOnly" or "DateTime" or "DateTimeOffset" or "Half" or "Int128" or "UInt128")
        {
            return new(type.Name, MemberForm.Unmanaged, default, null);
        }

        return type.IsHyperactor(type.Name)
            && type.Name is "Unit" or "WorldId" or "ProcId" or "ActorId" or "PortId" or "GangId"
            ? new(type.Name, MemberForm.Value, default, null)
            : null;
    }

    private static TypeFacts Array(IArrayTypeSymbol array)
    {
        if (array.Rank != 1)
        {
            return TypeFacts.Cannot("an array of several dimensions has no codec; use an array of arrays");
        }

        var item = Read(array.ElementType);
        var codec = item.Form == MemberForm.Unmanaged ? "UnmanagedArrayCodec" : "ArrayCodec";
        return Composite(codec, item.Uri + "[]", [array.ElementType], [item]);
    }

    private static TypeFacts Named(INamedTypeSymbol type)
    {
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            var value = Read(type.TypeArguments[0]);
            return Composite("NullableCodec", value.Uri + "?", type.TypeArguments, [value]);
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return Unmanaged(type, "EnumCodec");
        }

        if (type.IsPackable())
        {
            return type.IsGenericType
                ? TypeFacts.Cannot("generic types are not supported")
                : Composite("PackableCodec", type.Uri(), [type], []);
        }

        if (Generic(type) is { } generic)
        {
            return generic;
        }

        if (type.IsRefLikeType)
        {
            return TypeFacts.Cannot("it lives on the stack; use an array or ReadOnlyMemory<T>");
        }

        if (type.IsTupleType)
        {
            return Tuple(type);
        }

        if (type.IsGenericType)
        {
            return TypeFacts.Cannot(
                type.TypeKind == TypeKind.Interface || type.ContainingNamespace.ToDisplayString().StartsWith("System.Coll", StringComparison.Ordinal)
                    ? "this collection has no codec; use an array, List<T> or Dictionary<TKey, TValue>"
                    : "generic types are not supported; declare a type for each use");
        }

        if (type.TypeKind == TypeKind.Struct && type.IsUnmanagedType)
        {
            // One of ours is registered where it is declared, with a codec that knows its members.
            return type.Has("Named")
                ? new(type.Uri(), MemberForm.Unmanaged, default, null)
                : Unmanaged(type, "UnmanagedCodec");
        }

        return type.IsMessage()
            ? new(type.Uri(), MemberForm.Value, default, null)
            : TypeFacts.Cannot(type.TypeKind is TypeKind.Class or TypeKind.Struct
                ? "it has no codec; mark it [Named] and declare it partial"
                : "it has no codec; use a [Named] partial record or one of the types that have one");
    }

    private static TypeFacts? Generic(INamedTypeSymbol type)
    {
        if (type.Arity == 1 && type.OriginalDefinition.IsHyperactor(type.Name))
        {
            var argument = type.TypeArguments[0];
            switch (type.Name)
            {
                case "ActorRef" or "GangRef" when argument.TypeKind == TypeKind.Error:
                    return TypeFacts.Unresolved;
                case "ActorRef" or "GangRef" when argument.TypeKind is TypeKind.Class or TypeKind.Interface:
                    return Composite(type.Name + "Codec", $"{type.Name}<{argument.Uri()}>", [argument], []);
                case "PortRef" or "OncePortRef":
                    var message = Read(argument);
                    return Composite(type.Name + "Codec", $"{type.Name}<{message.Uri}>", [argument], [message]);
            }
        }

        if (type.Is("System.Collections.Generic", "List"))
        {
            var item = Read(type.TypeArguments[0]);
            return Composite("ListCodec", $"List<{item.Uri}>", type.TypeArguments, [item]);
        }

        if (type.Is("System.Collections.Generic", "Dictionary"))
        {
            var (key, value) = (Read(type.TypeArguments[0]), Read(type.TypeArguments[1]));
            return Composite("DictionaryCodec", $"Dictionary<{key.Uri}, {value.Uri}>", type.TypeArguments, [key, value]);
        }

        if (type.Is("System", "ReadOnlyMemory") && type.Arity == 1)
        {
            var item = Read(type.TypeArguments[0]);
            return item.IsGood && item.Form != MemberForm.Unmanaged
                ? TypeFacts.Cannot("read-only memory travels only if its items hold no reference; use an array")
                : Composite("MemoryCodec", $"ReadOnlyMemory<{item.Uri}>", type.TypeArguments, [item]);
        }

        return null;
    }

    private static TypeFacts Tuple(INamedTypeSymbol type)
    {
        var items = type.TupleElements.Select(static e => e.Type).ToList();
        if (items.Count > TupleMax)
        {
            return TypeFacts.Cannot($"a tuple of more than {TupleMax} has no codec; declare a [Named] partial record");
        }

        var parts = items.Select(Read).ToList();
        var facts = Composite(items.Count == 1 ? "SingleTupleCodec" : "TupleCodec", $"({string.Join(", ", parts.Select(static p => p.Uri))})", items, parts);
        return type.IsUnmanagedType ? facts with { Form = MemberForm.Unmanaged } : facts;
    }

    private static TypeFacts Unmanaged(INamedTypeSymbol type, string codec) => new(
        type.Uri(),
        MemberForm.Unmanaged,
        new([new(type.Uri(), RegistrationKind.LibraryCodec, $"new {Codecs}{codec}<{type.Type()}>")]),
        null);

    private static TypeFacts Composite(
        string codec, string uri, IEnumerable<ITypeSymbol> arguments, IReadOnlyList<TypeFacts> parts)
    {
        if (parts.FirstOrDefault(static p => !p.IsGood) is { } bad)
        {
            return bad;
        }

        var own = new Registration(
            uri,
            RegistrationKind.LibraryCodec,
            $"new {(codec == "GangRefCodec" ? Casting : Codecs)}{codec}"
                + $"<{string.Join(", ", arguments.Select(TypeNames.Type))}>");
        return new(
            uri,
            MemberForm.Value,
            new([own, .. parts.SelectMany(static p => p.Registrations)]),
            null);
    }

    /// <summary>Whether we wrote it: the analyzers see it, the generator does not.</summary>
    public static bool IsGenerated(ISymbol symbol) =>
        !symbol.DeclaringSyntaxReferences.IsEmpty
        && symbol.GetAttributes().Any(static a =>
            a.AttributeClass is { Name: "GeneratedCodeAttribute" }
            && a.ConstructorArguments is [{ Value: "Hyperactor.Generators" }, ..]);
}
