using CsCheck;
using Hyperactor.Generators.Model;

namespace Hyperactor.Generators.Tests.Wire;

/// <summary>Random models, with the odd names that people give.</summary>
internal static class WireModels
{
    private static readonly Gen<string> Text = Gen.Frequency(
        (6, Gen.OneOf(Gen.Const("int"), Gen.Const("string"), Gen.Const("shop.Order"), Gen.Const("List<shop.Order>"), Gen.Const("(int, x?)[]"))),
        (3, Gen.String[Gen.Char["abcXY.:/-_<>[]?, "], 1, 12]),
        (1, Gen.String[Gen.Char["\"\\*;%$@#\r\n\t é€=> []"], 1, 8]));

    private static readonly Gen<string> Name = Gen.String[Gen.Char["ABCDEFGHxyz_"], 1, 4];

    private static readonly Gen<EquatableArray<string>> Marks =
        Gen.OneOf(
            Gen.Const<string[]>([]), Gen.Const<string[]>([WireMarks.Required]), Gen.Const<string[]>([WireMarks.Optional, WireMarks.Default]),
            Gen.Const<string[]>([WireMarks.Open, WireMarks.Include]), Gen.Const<string[]>([WireMarks.Reply]), Gen.Const<string[]>(["offset=8"]))
        .Select(static m => new EquatableArray<string>(m));

    private static readonly Gen<EquatableArray<string>> HandlerMarks =
        Gen.OneOf(
            Gen.Const<string[]>([WireMarks.OneWay]), Gen.Const<string[]>([WireMarks.Call, WireMarks.Castable]),
            Gen.Const<string[]>([WireMarks.Acknowledged]))
        .Select(static m => new EquatableArray<string>(m));

    private static readonly Gen<WireFact> Member = Gen.Select(Name, Text, Marks, static (n, t, m) => new WireFact(n, t, m, null));

    private static readonly Gen<WireFact> Value =
        Gen.Select(Name, Gen.Long, static (n, v) => new WireFact(n, v.ToString(System.Globalization.CultureInfo.InvariantCulture), default, null));

    private static readonly Gen<WireFact> Handler = Gen.Select(
        Name, Text, HandlerMarks, Gen.Bool, static (n, t, m, r) => new WireFact(n, t, m, r ? "List<" + n + ">" : null));

    private static readonly Gen<WireFact> Case = Gen.Select(Name, Text, static (n, t) => new WireFact(n, t, default, null));

    /// <summary>An entry.</summary>
    public static readonly Gen<WireEntry> Entry = Gen.OneOf(
        Make(WireKind.Message, Member), Make(WireKind.Bits, Member), Make(WireKind.Enum, Value, "int"), Make(WireKind.Actor, Handler),
        Make(WireKind.Protocol, Handler), Make(WireKind.Reducer, Member, "shop.Order", 0), Make(WireKind.Packable, Member, null, 0),
        Make(WireKind.Union, Case));

    /// <summary>A message that others may hold or not.</summary>
    public static readonly Gen<WireEntry> Message = Make(WireKind.Message, Member);

    /// <summary>A model.</summary>
    public static readonly Gen<WireModel> Model = Entry.List[0, 12].Select(static e => WireModel.Of(e));

    private static Gen<WireEntry> Make(WireKind kind, Gen<WireFact> facts, string? type = null, int most = 6) =>
        Gen.Select(Text, facts.List[0, most], Gen.Int[0, 3], (uri, list, arity) => WireModel.Of([new(
            kind, uri,
            kind is WireKind.Message && arity > 1 ? new(["T", "U"]) : default,
            type,
            (kind, arity) switch
            {
                (WireKind.Actor, > 1) => new([WireMarks.Spawn]),
                (WireKind.Message, 1) => new([WireMarks.Tolerant]),
                (WireKind.Message, 2) => new([WireMarks.Memory]),
                (WireKind.Bits, 3) => new(["layout=explicit", "pack=1"]),
                _ => default,
            },
            list.GroupBy(static f => f.Name).Select(static g => g.First())
                .GroupBy(f => kind is WireKind.Actor or WireKind.Protocol ? f.Type : f.Name).Select(static g => g.First()).ToEquatable())]).Entries[0]);
}
