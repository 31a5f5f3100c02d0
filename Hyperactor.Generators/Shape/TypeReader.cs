using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads how types travel. One reader reads one type, and remembers on its way what it has seen.</summary>
internal sealed class TypeReader
{
    internal const string Codecs = "global::Hyperactor.Data.";
    private const int TupleMax = 8;
    private const string Casting = "global::Hyperactor.Casting.";

    private readonly GenericReader _generics;

    private TypeReader() => _generics = new(this);

    /// <summary>Reads how a type travels.</summary>
    public static TypeFacts Read(ITypeSymbol type) => new TypeReader().Facts(type);

    /// <summary>Whether we wrote it: the analyzers see it, the generator does not.</summary>
    public static bool IsGenerated(ISymbol symbol) =>
        !symbol.DeclaringSyntaxReferences.IsEmpty
        && symbol.GetAttributes().Any(static a =>
            a.AttributeClass is { Name: "GeneratedCodeAttribute" }
            && a.ConstructorArguments is [{ Value: "Hyperactor.Generators" }, ..]);

    /// <summary>Reads how a type travels that another type needs.</summary>
    public TypeFacts Facts(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Error)
        {
            return TypeFacts.Unresolved;
        }

        if (IsGenerated(type))
        {
            return TypeFacts.Cannot("it is generated, and a generator cannot see what is generated; declare it yourself");
        }

        return BuiltInReader.Read(type) ?? type switch
        {
            IArrayTypeSymbol array => Array(array),
            INamedTypeSymbol named => Named(named),
            ITypeParameterSymbol parameter when GenericReader.IsOfMessage(parameter) => new(
                parameter.Name, parameter.HasUnmanagedTypeConstraint ? MemberForm.Unmanaged : MemberForm.Value, default, null),
            _ => TypeFacts.Cannot("it could be anything; use the type that you mean"),
        };
    }

    private TypeFacts Array(IArrayTypeSymbol array)
    {
        if (array.Rank > 2)
        {
            return TypeFacts.Cannot("an array of more than two dimensions has no codec; use an array of arrays");
        }

        var item = Facts(array.ElementType);
        return array.Rank == 1
            ? ArrayOf(array.ElementType, item)
            : Composite("GridCodec", item.Uri + "[,]", [array.ElementType], [Item(array.ElementType, item)]);
    }

    private static TypeFacts ArrayOf(ITypeSymbol type, TypeFacts item) => Composite(
        item.Form == MemberForm.Unmanaged ? "UnmanagedArrayCodec" : "ArrayCodec", item.Uri + "[]", [type], [Item(type, item)]);

    private static TypeFacts Item(ITypeSymbol type, TypeFacts facts) => type.IsHyperactor("Unit")
        ? TypeFacts.Cannot("a Unit takes no bytes, so nobody could check how many were sent; send their number")
        : facts;

    private TypeFacts Named(INamedTypeSymbol type)
    {
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            var value = Facts(type.TypeArguments[0]);
            return Composite("NullableCodec", value.Uri + "?", type.TypeArguments, [value]);
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return Unmanaged(type, "EnumCodec");
        }

        if (type.IsTupleType)
        {
            return Tuple(type);
        }

        return Refusals.Of(type) is { } problem ? TypeFacts.Cannot(problem) : Library(type) ?? Declared(type);
    }

    private TypeFacts Declared(INamedTypeSymbol type)
    {
        var isMemory = type is { TypeKind: TypeKind.Struct, IsUnmanagedType: true };
        if (type.IsPackable())
        {
            return isMemory && BitReader.Problem(type) is { } bits
                ? TypeFacts.Cannot(bits)
                : Composite("PackableCodec", type.Uri(), [type], _generics.Arguments(type));
        }

        if (type.IsRefLikeType)
        {
            return TypeFacts.Cannot("it lives on the stack; use an array or ReadOnlyMemory<T>");
        }

        if (PlaceReader.IsGeneric(type))
        {
            return _generics.Read(type);
        }

        if (isMemory)
        {
            // One of ours is registered where it is declared, with a codec that knows its members.
            return type.Has("Named")
                ? new(type.Uri(), MemberForm.Unmanaged, default, null)
                : BitReader.Problem(type) is { } problem
                    ? TypeFacts.Cannot(problem)
                    : Unmanaged(type, "UnmanagedCodec");
        }

        return type.IsMessage()
            ? new(type.Uri(), MemberForm.Value, default, null)
            : TypeFacts.Cannot(type.TypeKind is TypeKind.Class or TypeKind.Struct
                ? "it has no codec; mark it [Named] and declare it partial"
                : "it has no codec; use a [Named] partial record or one of the types that have one");
    }

    /// <summary>The types that the library has codecs for, once their arguments are known.</summary>
    private TypeFacts? Library(INamedTypeSymbol type)
    {
        if (type.IsHyperactor("Serialized"))
        {
            return Composite("SerializedCodec", "Serialized", [], []);
        }

        if (type.Arity == 1 && type.IsHyperactor(type.Name))
        {
            return Reference(type);
        }

        if (type.Is("System", "ReadOnlyMemory"))
        {
            var item = Facts(type.TypeArguments[0]);
            return item.IsGood && !CanBeMemory(type.TypeArguments[0])
                ? TypeFacts.Cannot("read-only memory travels only if its items hold no reference and are no T?; use an array")
                : Composite("MemoryCodec", $"ReadOnlyMemory<{item.Uri}>", type.TypeArguments, [item]);
        }

        if (type.Arity == 1 && type.Is("System", type.Name) && type.Name is "Memory" or "ArraySegment")
        {
            var item = Facts(type.TypeArguments[0]);
            return Made(
                $"{Codecs}ValueCodecs.{type.Name}", $"{type.Name}<{item.Uri}>", type.TypeArguments,
                [ArrayOf(type.TypeArguments[0], item)]);
        }

        if (CollectionReader.Maker(type) is not { } maker)
        {
            return Scalar(type);
        }

        var parts = _generics.Arguments(type);
        var uri = $"{type.Name}<{string.Join(", ", parts.Select(static p => p.Uri))}>";
        return Made(maker, uri, type.TypeArguments, parts.Count == 1 ? [Item(type.TypeArguments[0], parts[0])] : parts);
    }

    private static TypeFacts? Scalar(INamedTypeSymbol type)
    {
        if (type.Is("System", "Version"))
        {
            return Composite("VersionCodec", type.Name, [], []);
        }

        if (type.Is("System", "Uri") || (type.Is("System.Net", type.Name) && type.Name is "IPAddress" or "IPEndPoint"))
        {
            return Made($"{Codecs}ValueCodecs.{type.Name}", type.Name, [], []);
        }

        return type.Is("System.Numerics", "BigInteger")
            ? Made($"{Codecs}ValueCodecs.{type.Name}", type.Name, [],
                [new("byte[]", MemberForm.Value, new([new("byte[]", RegistrationKind.LibraryCodec, $"new {Codecs}UnmanagedArrayCodec<byte>")]), null)])
            : null;
    }

    private static bool CanBeMemory(ITypeSymbol type) =>
        type.IsUnmanagedType && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T;

    private TypeFacts? Reference(INamedTypeSymbol type)
    {
        var argument = type.TypeArguments[0];
        switch (type.Name)
        {
            case "ActorRef" or "GangRef" when argument.TypeKind == TypeKind.Error:
                return TypeFacts.Unresolved;
            case "ActorRef" or "GangRef" when argument.TypeKind is TypeKind.Class or TypeKind.Interface
                || (argument.TypeKind == TypeKind.Struct && argument.Has("Handler")):
                return Composite(type.Name + "Codec", $"{type.Name}<{argument.Uri()}>", [argument], []);
            case "PortRef" or "OncePortRef":
                var message = Facts(argument);
                return Composite(type.Name + "Codec", $"{type.Name}<{message.Uri}>", [argument], [message]);
            default:
                return null;
        }
    }

    private TypeFacts Tuple(INamedTypeSymbol type)
    {
        var items = type.TupleElements.Select(static e => e.Type).ToList();
        if (items.Count > TupleMax)
        {
            return TypeFacts.Cannot($"a tuple of more than {TupleMax} has no codec; declare a [Named] partial record");
        }

        var parts = items.Select(Facts).ToList();
        var facts = Composite(
            items.Count == 1 ? "SingleTupleCodec" : "TupleCodec",
            $"({string.Join(", ", parts.Select(static p => p.Uri))})", items, parts);
        return type.IsUnmanagedType ? facts with { Form = MemberForm.Unmanaged } : facts;
    }

    /// <summary>A struct that is its bytes in memory and that no codec is written for.</summary>
    public static TypeFacts Unmanaged(INamedTypeSymbol type, string codec)
    {
        var tests = new List<string>();
        if (type.TypeKind == TypeKind.Struct && GapReader.MayHave(type)
            && GapReader.Read(type, "value", tests, [], isOuter: true) is { } problem)
        {
            return TypeFacts.Cannot(problem);
        }

        var registration = new Registration(type.Uri(), RegistrationKind.LibraryCodec, $"new {Codecs}{codec}<{type.Type()}>")
        {
            Arguments = tests.Count == 0 ? "" : $",\n        static (in {type.Type()} value) => {string.Join("\n            && ", tests)}",
        };
        return new(type.Uri(), MemberForm.Unmanaged, new([registration]), null);
    }

    private static TypeFacts Composite(
        string codec, string uri, IReadOnlyList<ITypeSymbol> arguments, IReadOnlyList<TypeFacts> parts) =>
        Made($"new {(codec == "GangRefCodec" ? Casting : Codecs)}{codec}", uri, arguments, parts);

    private static TypeFacts Made(
        string maker, string uri, IReadOnlyList<ITypeSymbol> arguments, IReadOnlyList<TypeFacts> parts)
    {
        if (parts.FirstOrDefault(static p => !p.IsGood) is { } bad)
        {
            return bad;
        }

        var own = new Registration(
            uri, RegistrationKind.LibraryCodec,
            maker + (arguments.Count == 0 ? "" : $"<{string.Join(", ", arguments.Select(TypeNames.Type))}>"));
        return new(uri, MemberForm.Value, new([own, .. parts.SelectMany(static p => p.Registrations)]), null);
    }
}
