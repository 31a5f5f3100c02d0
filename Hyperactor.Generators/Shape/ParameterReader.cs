using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads parameters that make a message.</summary>
internal sealed class ParameterReader
{
    private readonly List<MemberModel> _members = [];
    private readonly List<string> _checks = [];
    private readonly List<string> _zeroTests = [];
    private readonly List<ITypeSymbol> _types = [];
    private bool _unmanaged = true;

    private ParameterReader()
    {
    }

    /// <summary>What clients take.</summary>
    public EquatableArray<ParameterModel> Models { get; private set; }

    /// <summary>Reads parameters; null if one of them cannot travel and must.</summary>
    public static ParameterReader? Read(
        IReadOnlyList<IParameterSymbol> parameters, string message, bool exported, List<Registration> registrations,
        List<Violation>? violations)
    {
        var reader = new ParameterReader();
        var models = new List<ParameterModel>();
        var locals = MemberReader.Locals();
        var names = new HashSet<string>(StringComparer.Ordinal)
        {
            message, message + "Codec", "Equals", "GetHashCode", "GetType", "ToString", "Deconstruct", "PrintMembers",
        };
        var good = true;
        foreach (var parameter in parameters)
        {
            var facts = exported || parameter.Type.IsRefLikeType
                ? TypeReader.Read(parameter.Type)
                : new("", MemberForm.Value, default, parameter.Type.TypeKind == TypeKind.Error ? "" : null);
            if (!facts.IsGood)
            {
                MessageReader.NotSerializable(violations, parameter, parameter.Type, facts.Problem!);
                good = false;
            }

            registrations.AddRange(facts.Registrations);
            var property = Identifiers.Escape(Identifiers.Unique(Identifiers.Pascal(parameter.Name), names));
            var type = parameter.Type.AnnotatedType();
            models.Add(new(Identifiers.Escape(parameter.Name), property, type, Literals.Default(parameter)));
            reader._unmanaged &= parameter.Type.IsUnmanagedType;
            reader._types.Add(parameter.Type);
            BitReader.Read(parameter.Type, "value." + property, reader._checks, []);
            GapReader.Read(parameter.Type, "value." + property, reader._zeroTests, []);
            reader._members.Add(new(
                property, MemberReader.Local(parameter.Name, locals), type, facts.Form,
                MemberReader.Presence(parameter.Type), parameter.Has("Include"), Literals.Default(parameter), true));
        }

        // Behind params, which no client keeps, stands what clients add; so nothing before it may be left out either.
        for (var i = models.FindLastIndex(static m => m.Default is null) - 1; i >= 0; i--)
        {
            models[i] = models[i] with { Default = null };
        }

        reader.Models = models.ToEquatable();
        return good ? reader : null;
    }

    /// <summary>The message that the parameters make.</summary>
    public MadeMessageModel Make(
        string name, string type, string? uri, Access access, List<Registration>? registrations)
    {
        CodecModel? codec = null;
        if (uri is not null)
        {
            codec = new(
                name, type, uri, false, _members.ToEquatable(), _members.Select(static m => m.Local).ToEquatable(),
                _unmanaged ? _checks.ToEquatable() : default, _unmanaged ? CodecKind.Unmanaged : CodecKind.Object)
            {
                ZeroTests = !_unmanaged || !GapReader.MayHave(_types) ? default
                    : _zeroTests.Count == 0 ? new(["true"]) : _zeroTests.ToEquatable(),
            };
            registrations?.Add(new(uri, RegistrationKind.Codec, $"new {type}.{codec.CodecName}"));
        }

        return new(name, uri, access.Keyword(), Models, codec, HidesBase: false);
    }
}
