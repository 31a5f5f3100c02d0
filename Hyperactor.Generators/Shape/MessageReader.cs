using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads what a <c>[Named]</c> type is, and what it gets wrong.</summary>
internal static class MessageReader
{
    private const int MembersMax = 249;

    private const string BytesAreFixed =
        "its values are their bytes in memory, which have no members that could be passed over; declare a class, or leave "
        + "VersionTolerant away";

    /// <summary>Reads a <c>[Named]</c> type, and what else it brings: the cases of a union.</summary>
    public static EquatableArray<MessageModel> ReadAll(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.IsUnion() && IsUsable(type, null) ? UnionReader.Read(type, null, cancellation)
        : Read(type, null, cancellation) is { } model ? new([model])
        : default;

    /// <summary>Reads a <c>[Named]</c> type that is no union, or a case; null if nothing is to be written or registered for it.</summary>
    public static MessageModel? Read(INamedTypeSymbol type, List<Violation>? violations, CancellationToken cancellation)
    {
        if (type.TypeKind == TypeKind.Interface || type.IsActor() || type.Has("Alias"))
        {
            return null;
        }

        if (!IsUsable(type, violations))
        {
            return null;
        }

        if (type.IsUnion())
        {
            UnionReader.Read(type, violations, cancellation);
            return null;
        }

        var isGeneric = PlaceReader.IsGeneric(type);
        if (type.Reduces() is { } reduced)
        {
            // Uses of generic reducers are registered by those who close them.
            return isGeneric ? null : Reducer(type, reduced, violations);
        }

        if (isGeneric)
        {
            // MemoryPack writes what is its own, and enums are their bytes; uses are registered by those who close them.
            return type.IsPackable() || type.TypeKind == TypeKind.Enum ? null : Codec(type, CodecKind.Generic, violations, cancellation);
        }

        if (type.TypeKind == TypeKind.Enum || type.IsPackable())
        {
            var facts = TypeReader.Read(type);
            if (facts.IsGood)
            {
                return new(PlaceReader.Read(type), null, facts.Registrations);
            }

            NotSerializable(violations, type, type, facts.Problem!);
            return null;
        }

        return type is { TypeKind: TypeKind.Struct, IsUnmanagedType: true }
            ? Unmanaged(type, violations, cancellation)
            : Codec(type, CodecKind.Object, violations, cancellation);
    }

    /// <summary>Whether a codec is written for a generic type.</summary>
    /// <param name="type">The definition.</param>
    /// <param name="types">Who asks, and remembers what it has seen.</param>
    public static bool IsWellFormed(INamedTypeSymbol type, TypeReader types) =>
        Problem(type) is null
        && Codec(type, CodecKind.Generic, null, CancellationToken.None, types) is not null;

    private static bool IsUsable(INamedTypeSymbol type, List<Violation>? violations)
    {
        var problem = Problem(type);
        if (problem is not null)
        {
            NotSerializable(violations, type, type, problem);
        }

        return problem is null;
    }

    private static string? Problem(INamedTypeSymbol type) =>
        type.Access() == Access.Hidden ? "its codec must reach it; make it internal or public"
        : (type.IsUnion() ? type : type.UnionOf()) is { } union && PlaceReader.IsGeneric(union)
            ? "a union has no type parameters; give those to what its cases hold"
            : null;

    // Its bytes are its memory in any case; with members of its own it has a JSON form that people can read.
    private static MessageModel? Unmanaged(
        INamedTypeSymbol type, List<Violation>? violations, CancellationToken cancellation)
    {
        var bits = new StructReader(cancellation);
        if (!bits.Read(type, violations))
        {
            return null;
        }

        if (IsTolerant(type))
        {
            NotSerializable(violations, type, type, BytesAreFixed);
            return null;
        }

        var isOpen = PlaceReader.IsOpen(type, bits.Checks.Count == 0 ? null : violations, cancellation);
        if (isOpen && MemberReader.AreAllFields(type)
            && Codec(type, CodecKind.Unmanaged, null, cancellation, bits: bits) is { } model)
        {
            return model;
        }

        if (bits.Checks.Count == 0 && (bits.ZeroTests.Count == 0 || !isOpen))
        {
            var facts = TypeReader.Unmanaged(type, "UnmanagedCodec");
            if (facts.IsGood)
            {
                return new(PlaceReader.Read(type), null, facts.Registrations);
            }

            NotSerializable(violations, type, type, facts.Problem!);
            return null;
        }

        return isOpen ? Model(type, CodecKind.Memory, [], [], [], bits) : null;
    }

    private static MessageModel? Reducer(INamedTypeSymbol type, ITypeSymbol reduced, List<Violation>? violations)
    {
        var facts = Reducer(type, reduced);
        if (facts.IsGood)
        {
            return new(PlaceReader.Read(type), null, facts.Registrations);
        }

        NotSerializable(violations, type, reduced, facts.Problem!);
        return null;
    }

    /// <summary>What must be registered for a reducer; what it reduces must travel.</summary>
    public static TypeFacts Reducer(INamedTypeSymbol type, ITypeSymbol reduced)
    {
        var facts = TypeReader.Read(reduced);
        var own = new Registration(type.Uri(), RegistrationKind.Reducer, $"{reduced.Type()}, {type.Type()}");
        return facts.IsGood ? facts with { Registrations = new([own, .. facts.Registrations]) } : facts;
    }

    private static MessageModel? Codec(
        INamedTypeSymbol type, CodecKind kind, List<Violation>? violations, CancellationToken cancellation,
        TypeReader? types = null, StructReader? bits = null)
    {
        var good = PlaceReader.IsOpen(type, violations, cancellation);
        if (kind == CodecKind.Generic && BitReader.MayBeMemory(type))
        {
            bits = new(cancellation);
            good &= bits.Read(type, violations);
            if (IsTolerant(type))
            {
                NotSerializable(violations, type, type, BytesAreFixed);
                good = false;
            }
        }

        if (WrittenMembers.Read(type) is not { } written)
        {
            violations.Report(Rules.HYP2004NoConstructor, type, type.Name);
            return null;
        }

        good &= ReplyReader.Check(written.All, violations);
        var taken = MemberReader.Locals();
        var members = new List<MemberModel>();
        var locals = new Dictionary<ISymbol, string>(SymbolEqualityComparer.Default);
        var registrations = new List<Registration>();
        foreach (var (candidate, parameter) in written.All)
        {
            cancellation.ThrowIfCancellationRequested();
            var facts = types?.Facts(candidate.Type) ?? TypeReader.Read(candidate.Type);
            good &= Check(type, candidate, facts, parameter, violations);
            registrations.AddRange(facts.Registrations);
            var member = Member(candidate, parameter, facts, taken);
            locals[candidate.Symbol] = member.Local;
            members.Add(member);
        }

        if (members.Count > MembersMax)
        {
            NotSerializable(violations, type, type, $"it has more than {MembersMax} members");
            return null;
        }

        if (!good)
        {
            return null;
        }

        var arguments = written.Constructor.Parameters
            .Select(p => locals[written.All.First(m => SymbolEqualityComparer.Default.Equals(m.Parameter, p)).Candidate.Symbol])
            .ToList();
        return Model(type, kind, members, arguments, registrations, bits);
    }

    private static MessageModel Model(
        INamedTypeSymbol type, CodecKind kind, List<MemberModel> members, List<string> constructorLocals,
        List<Registration> registrations, StructReader? bits)
    {
        var place = PlaceReader.Read(type);
        var codec = new CodecModel(
            place.Name, place.Type, type.Uri(), type.IsReferenceType, members.ToEquatable(), constructorLocals.ToEquatable(),
            bits?.Checks ?? default, kind)
        {
            ZeroTests = bits?.ZeroTests ?? default,
            IsTolerant = IsTolerant(type),
            MayBeMemory = kind == CodecKind.Generic && bits is not null,
            Case = type.IsCase() ? UnionReader.CaseName(type) : null,
        };
        if (kind == CodecKind.Generic)
        {
            return new(place, codec, default);
        }

        registrations.AddRange((bits?.Checkers ?? []).SelectMany(static c => TypeReader.Read(c).Registrations));
        registrations.Add(new(codec.Uri, RegistrationKind.Codec, $"new {place.Type}.{codec.CodecName}"));
        return new(place, codec, registrations.ToEquatable());
    }

    // A case without a name of its own is what its union says.
    private static bool IsTolerant(INamedTypeSymbol type) =>
        (type.Ours("Named") ?? type.UnionOf()?.Ours("Named")).Argument<bool>("VersionTolerant");

    private static bool Check(
        INamedTypeSymbol type, MemberReader.Candidate candidate, TypeFacts facts, IParameterSymbol? parameter,
        List<Violation>? violations)
    {
        if (!facts.IsGood)
        {
            NotSerializable(violations, candidate.Symbol, candidate.Type, facts.Problem!, type);
            return false;
        }

        if (IsIncluded(candidate, parameter) && !IsBound(type))
        {
            violations.Report(
                Rules.HYP2003PortNotIncluded, candidate.Symbol,
                $"'{candidate.Symbol.Name}' is marked [Include], but '{type.Name}' is not marked [Bind, Unbind]");
            return false;
        }

        return true;
    }

    private static MemberModel Member(
        MemberReader.Candidate candidate, IParameterSymbol? parameter, TypeFacts facts, HashSet<string> taken) => new(
            Identifiers.Escape(candidate.Symbol.Name),
            MemberReader.Local(candidate.Symbol.Name, taken),
            candidate.Type.AnnotatedType(),
            ReplyReader.IsReply(candidate.Symbol, parameter) ? MemberForm.Reply : facts.Form,
            MemberReader.Presence(candidate.Type),
            IsIncluded(candidate, parameter),
            parameter is null ? null : Literals.Default(parameter),
            parameter is not null)
        {
            Reply = ReplyReader.IsReply(candidate.Symbol, parameter) ? ReplyReader.TypeOf(candidate.Type)?.AnnotatedType() : null,
        };

    /// <summary>Whether the type says that its ports are in the port table: itself, or the union for all cases.</summary>
    public static bool IsBound(INamedTypeSymbol type) =>
        (type.Has("Bind") && type.Has("Unbind")) || (type.UnionOf() is { } union && IsBound(union));

    /// <summary>Whether the ports of a member travel in the port table.</summary>
    public static bool IsIncluded(MemberReader.Candidate candidate, IParameterSymbol? parameter) =>
        candidate.Symbol.Has("Include") || (parameter?.Has("Include") ?? false);

    /// <summary>Notes that a type cannot travel, unless the compiler already says that it does not exist.</summary>
    public static void NotSerializable(
        List<Violation>? violations, ISymbol at, ITypeSymbol type, string problem, INamedTypeSymbol? owner = null)
    {
        if (problem.Length > 0)
        {
            var name = owner is null ? at.Name : $"{owner.Name}.{at.Name}";
            violations.Report(
                Rules.HYP2001NotSerializable, at, name,
                type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat), problem);
        }
    }
}
