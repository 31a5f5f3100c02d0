using System.Globalization;
using System.Runtime.InteropServices;
using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads what values are on the wire: messages, enums, and what is its bytes in memory.</summary>
/// <param name="declarations">Where what was read goes.</param>
/// <param name="cancellation">Ends the work.</param>
internal sealed class WireValueReader(List<WireDeclaration> declarations, CancellationToken cancellation)
{
    private readonly HashSet<ISymbol> _reached = new(SymbolEqualityComparer.Default);

    /// <summary>Adds a type that is marked <c>[Named]</c>, or a case, and no actor.</summary>
    public void AddNamed(INamedTypeSymbol type)
    {
        if (type.IsUnion())
        {
            AddUnion(type);
            return;
        }

        if (type.Reduces() is { } reduced)
        {
            var uri = type.Uri();
            var reducer = MessageReader.Read(type, null, cancellation) is null
                ? null
                : new WireEntry(WireKind.Reducer, uri, Parameters(type), TypeReader.Read(reduced).Uri, default, default);
            declarations.Add(new(WireEntry.KeyOf(WireKind.Reducer, uri), reducer, type));
            Reach(reduced);
            return;
        }

        var model = MessageReader.Read(type, null, cancellation);
        if (model is null && !(PlaceReader.IsGeneric(type) && type.IsPackable()))
        {
            declarations.Add(new(WireEntry.KeyOf(WireKind.Message, type.Uri(), Parameters(type).Count), null, type));
        }
        else if (type.TypeKind == TypeKind.Enum || type.IsPackable() || IsPlainMemory(type))
        {
            AddUnnamed(type);
        }
        else
        {
            AddMessage(type, model!.Codec!);
        }
    }

    /// <summary>Adds a message that parameters make.</summary>
    public void AddMade(CodecModel? codec, ISymbol at, IReadOnlyList<IParameterSymbol> parameters, WireEntry owner)
    {
        if (codec is null)
        {
            return;
        }

        var facts = codec.Members.Select((m, i) => Fact(m, parameters[i].Type)).ToEquatable();
        var kind = codec.Kind == CodecKind.Object ? WireKind.Message : WireKind.Bits;
        var entry = new WireEntry(kind, codec.Uri, default, null, default, facts);
        var declaration = new WireDeclaration(entry.Key, entry, at, owner);
        declarations.Add(declaration);
        for (var i = 0; i < facts.Count; i++)
        {
            declaration.Declare(facts[i].Name, parameters[i]);
            Reach(parameters[i].Type);
        }
    }

    /// <summary>Adds the enums and structs of this assembly that values of a type hold and that no attribute names.</summary>
    public void Reach(ITypeSymbol? type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                Reach(array.ElementType);
                break;
            case INamedTypeSymbol named:
                foreach (var argument in named.TypeArguments)
                {
                    Reach(argument);
                }

                if (!named.IsTupleType && !named.DeclaringSyntaxReferences.IsEmpty && !named.Has("Named") && !named.IsActor()
                    && (named.IsPackable() || IsPlainMemory(named))
                    && _reached.Add(named))
                {
                    AddUnnamed(named);
                }

                break;
        }
    }

    private void AddUnnamed(INamedTypeSymbol type)
    {
        if (type.IsPackable())
        {
            var parameters = Parameters(type);
            var packable = new WireEntry(WireKind.Packable, DefinitionUri(type), parameters, null, default, default);
            declarations.Add(new(packable.Key, packable, type));
        }
        else if (type.EnumUnderlyingType is { } underlying)
        {
            AddEnum(type, underlying);
        }
        else
        {
            AddBits(type);
        }
    }

    private static string DefinitionUri(INamedTypeSymbol type) => type.OriginalDefinition.Uri();

    // Those of the types around it, too.
    private static EquatableArray<string> Parameters(INamedTypeSymbol type) =>
        PlaceReader.TypeParameters(type).Select(static p => p.Name).ToEquatable();

    private static bool IsPlainMemory(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Enum or TypeKind.Struct, IsUnmanagedType: true } && !PlaceReader.IsGeneric(type);

    // Cases have entries of their own.
    private void AddUnion(INamedTypeSymbol type)
    {
        var key = WireEntry.KeyOf(WireKind.Union, type.Uri());
        if (UnionReader.Read(type, null, cancellation).Count == 0)
        {
            declarations.Add(new(key, null, type));
            return;
        }

        var declaration = new WireDeclaration(key, Union(type), type);
        declarations.Add(declaration);
        foreach (var item in UnionReader.Cases(type))
        {
            declaration.Declare(UnionReader.CaseName(item), item);
        }
    }

    private static WireEntry Union(INamedTypeSymbol type)
    {
        var cases = UnionReader.Cases(type).Select(static c => new WireFact(UnionReader.CaseName(c), c.Uri(), default, null));
        return new(WireKind.Union, type.Uri(), default, null, default, cases.ToEquatable());
    }

    private void AddMessage(INamedTypeSymbol type, CodecModel codec)
    {
        var candidates = MemberReader.Candidates(type).ToDictionary(static c => c.Symbol.Name, StringComparer.Ordinal);
        var parameters = Parameters(type);
        var facts = codec.Members.Select(m => Fact(m, candidates[m.JsonName].Type)).ToEquatable();
        var entry = new WireEntry(WireKind.Message, codec.Uri, parameters, null, Marks(type), facts);
        var owner = type.UnionOf() is { } union && !type.Has("Named") ? Union(union) : null;
        var declaration = new WireDeclaration(entry.Key, entry, type, owner);
        declarations.Add(declaration);
        foreach (var fact in facts)
        {
            declaration.Declare(fact.Name, candidates[fact.Name].Symbol);
            Reach(candidates[fact.Name].Type);
        }
    }

    private void AddEnum(INamedTypeSymbol type, INamedTypeSymbol underlying)
    {
        var values = type.GetMembers().OfType<IFieldSymbol>().Where(static f => f.HasConstantValue).ToList();
        var facts = values.Select(static f => new WireFact(
            f.Name, Convert.ToString(f.ConstantValue, CultureInfo.InvariantCulture), default, null));
        var entry = new WireEntry(WireKind.Enum, type.Uri(), default, underlying.ToDisplayString(), default, facts.ToEquatable());
        var declaration = new WireDeclaration(entry.Key, WireModel.Of([entry]).Entries[0], type);
        declarations.Add(declaration);
        foreach (var value in values)
        {
            declaration.Declare(value.Name, value);
        }
    }

    // All fields in order, private ones too: they are what the memory holds.
    private void AddBits(INamedTypeSymbol type)
    {
        var fields = BitReader.Fields(type).InSourceOrder().ToList();
        var kept = KeptParameters.Of(type).ToList();
        var facts = fields.Select(Fact)
            .Concat(kept.Select(static p => new WireFact(p.Name, Name(p.Type), default, null)))
            .ToEquatable();
        var entry = new WireEntry(WireKind.Bits, type.Uri(), default, null, Layout(type), facts);
        var declaration = new WireDeclaration(entry.Key, entry, type);
        declarations.Add(declaration);
        foreach (var field in fields)
        {
            declaration.Declare((field.AssociatedSymbol ?? field).Name, field.AssociatedSymbol ?? field);
            Reach(field.Type);
        }

        foreach (var parameter in kept)
        {
            declaration.Declare(parameter.Name, parameter);
            Reach(parameter.Type);
        }
    }

    private static WireFact Fact(IFieldSymbol field)
    {
        var marks = new List<string>();
        if (field.IsFixedSizeBuffer)
        {
            marks.Add($"fixed={field.FixedSize}");
        }

        if (field.GetAttributes().FirstOrDefault(static a => a.AttributeClass.Is("System.Runtime.InteropServices", "FieldOffsetAttribute"))
            is { ConstructorArguments: [{ Value: int offset }] })
        {
            marks.Add($"offset={offset}");
        }

        var type = field is { IsFixedSizeBuffer: true, Type: IPointerTypeSymbol buffer } ? buffer.PointedAtType : field.Type;
        return new((field.AssociatedSymbol ?? field).Name, Name(type), marks.ToEquatable(), null);
    }

    private static WireFact Fact(MemberModel member, ITypeSymbol type)
    {
        var marks = new List<string>();
        var presence = member.Presence switch
        {
            Presence.Optional => WireMarks.Optional,
            Presence.Required => WireMarks.Required,
            Presence.Open => type is ITypeParameterSymbol ? WireMarks.Open : WireMarks.Required,
            _ => null,
        };
        if (presence is not null)
        {
            marks.Add(presence);
        }

        if (member.Default is not null)
        {
            marks.Add(WireMarks.Default);
        }

        if (member.Include)
        {
            marks.Add(WireMarks.Include);
        }

        if (member.Form == MemberForm.Reply)
        {
            marks.Add(WireMarks.Reply);
        }

        return new(member.JsonName, TypeReader.Read(type).Uri, marks.ToEquatable(), null);
    }

    private static EquatableArray<string> Marks(INamedTypeSymbol type) =>
        type.Ours("Named").Argument<bool>("VersionTolerant") ? new([WireMarks.Tolerant])
        : PlaceReader.IsGeneric(type) && BitReader.MayBeMemory(type) ? new([WireMarks.Memory])
        : default;

    // A field of a struct may be of a type that has a layout and no codec.
    private static string Name(ITypeSymbol type) =>
        TypeReader.Read(type) is { IsGood: true, Uri: var uri } ? uri : type.FullName();

    private static EquatableArray<string> Layout(INamedTypeSymbol type)
    {
        var marks = new List<string>();
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass.Is("System.Runtime.CompilerServices", "InlineArrayAttribute"))
            {
                marks.Add($"inline={attribute.ConstructorArguments[0].Value}");
            }
            else if (attribute.AttributeClass.Is("System.Runtime.InteropServices", "StructLayoutAttribute"))
            {
                // One behind the other is what a struct is without the attribute.
                var layout = Convert.ToInt32(attribute.ConstructorArguments[0].Value, CultureInfo.InvariantCulture);
                if (layout != (int)LayoutKind.Sequential)
                {
                    marks.Add("layout=" + ((LayoutKind)layout).ToString().ToLowerInvariant());
                }

                marks.AddRange(attribute.NamedArguments
                    .Where(static a => a.Key is "Pack" or "Size")
                    .OrderBy(static a => a.Key, StringComparer.Ordinal)
                    .Select(static a => $"{a.Key.ToLowerInvariant()}={a.Value.Value}"));
            }
        }

        return marks.ToEquatable();
    }
}
