using CsCheck;

namespace Hyperactor.Tests.Data;

/// <summary>Random values of every kind that travels.</summary>
internal static class KindsGen
{
    private static readonly ActorId Someone = new WorldId("w").Proc(3).Actor("a", 7);

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String, Gen.String["äöü€\"\\/<>&\u0001 ab"], Gen.Char.Array[0, 5].Select(static c => Valid(new string(c) + "😀")));

    private static readonly Gen<Inner?> Inners =
        Text.Select(Gen.Bool, static (t, more) => more ? new Inner(t, new Inner("n", null)) : (Inner?)null);

    private static readonly Gen<Kinds> Numbers =
        Gen.Select(Gen.Long, Gen.ULong, Gen.Int, Gen.Double, Gen.Float, Gen.Decimal, Gen.Byte, Gen.Char).Select(static n =>
        {
            var (l, u, i, d, f, m, b, c) = n;
            return new Kinds
            {
                Bool = i % 2 == 0,
                Char = c,
                SByte = (sbyte)b,
                Byte = b,
                Short = (short)i,
                UShort = (ushort)i,
                Int = i,
                UInt = (uint)i,
                Long = l,
                ULong = u,
                Int128 = (Int128)l * u,
                UInt128 = (UInt128)u * u,
                Half = Quiet((Half)f),
                Float = Quiet(f),
                Double = Quiet(d),
                Decimal = m,
                Guid = new Guid(i, (short)l, (short)u, b, b, 1, 2, 3, 4, 5, 6),
                TimeSpan = new TimeSpan(l),
                DateOnly = DateOnly.FromDayNumber(b * 300),
                TimeOnly = new TimeOnly((long)(u % (ulong)TimeSpan.TicksPerDay)),
                DateTime = new DateTime((long)(u % 3_000_000_000_000_000_000), i % 2 == 0 ? DateTimeKind.Utc : DateTimeKind.Unspecified),
                DateTimeOffset = new DateTimeOffset(1_000_000_000_000_000 + (long)(u % 2_000_000_000_000_000_000), TimeSpan.FromMinutes(i % 840)),
                Colour = (Colour)(i % 4),
                Flags = (Flags)(short)i,
                Plain = new(i, b),
                Owned = new(i, (Colour)b),
                Maybe = b > 99 ? i : null,
                MaybeOwned = b > 99 ? new(b, Colour.Green) : null,
                Unmanaged = (i, l),
            };
        });

    /// <summary>Values without a chain.</summary>
    internal static readonly Gen<Kinds> Flat =
        Gen.Select(Numbers, Text, Inners, Gen.Byte.Array[0, 40], Gen.Int.Array[0, 5], Text.HashSet[0, 4], Gen.Bool)
            .Select(static all =>
            {
                var (kinds, text, inner, bytes, ints, set, some) = all;
                var secretive = new Secretive { Shown = ints.Length };
                secretive.Hide(bytes.Length);
                return kinds with
                {
                    Text = text,
                    Nothing = some ? text : null,
                    Secretive = secretive,
                    Bytes = bytes,
                    Memory = bytes,
                    Ints = ints,
                    Colours = [.. ints.Select(static i => (Colour)(i % 3))],
                    Texts = [text, null, .. set],
                    Inners = [inner, inner],
                    Set = [.. set],
                    Immutable = some ? [.. ints.Select(static i => (long)i)] : default,
                    ReadOnlyList = [ints, [], ints],
                    ReadOnlyDictionary = new Dictionary<Colour, string> { [Colour.Green] = text, [(Colour)77] = "n" },
                    ByText = set.ToDictionary(static s => s, static s => (long)s.Length),
                    ByNumber = ints.Distinct().ToDictionary(static i => i, i => new List<string> { text }),
                    Tuple = (bytes.Length, some ? text : null, inner),
                    Pair = some ? new(ints.Length, text) : null,
                    Packed = some ? new(bytes.Length, "p") : null,
                    Any = some ? Serialized.Of<string?>(text, bytes.Length % 2 == 0 ? SerializedEncoding.Json : default) : null,
                    World = new("w"),
                    Proc = new(new("w"), kinds.ULong),
                    Actor = Someone,
                    Port = Someone.Port(kinds.ULong),
                    Gang = new(new("w"), "g"),
                    Ref = new(Someone),
                    GangRef = new(new(new("w"), "g"), 3),
                    PortRef = new(Someone.Port(1), some ? "sum" : null),
                    OncePortRef = new(Someone.Port(2)),
                };
            });

    /// <summary>Values that hold others of the kind.</summary>
    internal static readonly Gen<Kinds> Any =
        Flat.Array[1, 3].Select(static all => all.Aggregate(static (next, k) => k with { Next = next }));

    private static T Quiet<T>(T value)
        where T : System.Numerics.IFloatingPointIeee754<T> => T.IsNaN(value) ? T.NaN : value;

    // Halves of pairs are no Unicode and cannot travel.
    private static string Valid(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
