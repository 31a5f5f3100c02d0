using System.Globalization;

namespace Hyperactor.Generators.Model;

/// <summary>What an assembly says on the wire, as far as others must agree with it.</summary>
/// <param name="Entries">What it declares, sorted by name.</param>
internal sealed record WireModel(EquatableArray<WireEntry> Entries)
{
    /// <summary>Nothing.</summary>
    public static WireModel Empty { get; } = new(default(EquatableArray<WireEntry>));

    /// <summary>Sorts entries; of several with one key the first counts.</summary>
    public static WireModel Of(IEnumerable<WireEntry> entries) => new(entries
        .GroupBy(static e => e.Key).Select(static g => Sort(g.First()))
        .OrderBy(static e => e.Uri, StringComparer.Ordinal).ThenBy(static e => e.Key, StringComparer.Ordinal)
        .ToEquatable());

    /// <summary>The entry with this key, or null.</summary>
    public WireEntry? Find(string key) => Entries.FirstOrDefault(e => e.Key == key);

    // Members are in order; handlers and values of enums have none.
    private static WireEntry Sort(WireEntry entry) => entry.Handles
        ? entry with { Facts = entry.Facts.OrderBy(static f => f.Type, StringComparer.Ordinal).ToEquatable() }
        : entry.Kind != WireKind.Enum ? entry
        : entry with
        {
            Facts = entry.Facts
                .OrderBy(static f => decimal.TryParse(f.Type, NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) ? n : 0)
                .ThenBy(static f => f.Name, StringComparer.Ordinal)
                .ToEquatable(),
        };
}

/// <summary>Something that has a name on the wire.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Uri">Its name; without arguments if it is generic.</param>
/// <param name="Parameters">Its type parameters.</param>
/// <param name="Type">The underlying type of an enum, or what a reducer reduces; otherwise null.</param>
/// <param name="Marks">What else matters, one word each.</param>
/// <param name="Facts">Its members, values, handlers or cases.</param>
internal sealed record WireEntry(
    WireKind Kind,
    string Uri,
    EquatableArray<string> Parameters,
    string? Type,
    EquatableArray<string> Marks,
    EquatableArray<WireFact> Facts)
{
    /// <summary>What tells it from others: actors, reducers and values may share names.</summary>
    public string Key { get; } = KeyOf(Kind, Uri, Parameters.Count);

    /// <summary>Whether it has handlers.</summary>
    public bool Handles => Kind is WireKind.Actor or WireKind.Protocol;

    /// <summary>The key of what has this name.</summary>
    public static string KeyOf(WireKind kind, string uri, int arity = 0) => kind switch
    {
        WireKind.Actor or WireKind.Protocol => "actor " + uri,
        WireKind.Reducer => "reducer " + uri,
        _ => $"value {arity} {uri}",
    };

    /// <summary>The name of the message that the parameters of a handler make, or of a case that has no other.</summary>
    public string MadeUri(string handler) => $"{Uri}.{handler}";

    /// <summary>The messages that exist only because this entry does: those of handlers, the constructor's, and cases.</summary>
    public IEnumerable<string> Made => !Handles && Kind != WireKind.Union
        ? []
        : Facts.Where(f => f.Type == MadeUri(f.Name)).Select(static f => f.Type)
            .Concat(Marks.Contains(WireMarks.Spawn) ? [MadeUri("Spawn")] : []);
}

/// <summary>A member, a value of an enum, a handler or a case.</summary>
/// <param name="Name">Its name in source, and in JSON.</param>
/// <param name="Type">The URI of its type; the number of a value; the URI of the message of a handler.</param>
/// <param name="Marks">What else matters, one word each.</param>
/// <param name="Reply">The URI of the reply of a handler, or null.</param>
internal sealed record WireFact(string Name, string Type, EquatableArray<string> Marks, string? Reply)
{
    /// <summary>Whether it has this mark.</summary>
    public bool Is(string mark) => Marks.Contains(mark);
}

/// <summary>What has a name on the wire.</summary>
internal enum WireKind
{
    /// <summary>An actor that references reach.</summary>
    Actor,

    /// <summary>A value that is its bytes in memory.</summary>
    Bits,

    /// <summary>An enum.</summary>
    Enum,

    /// <summary>An object of members.</summary>
    Message,

    /// <summary>A type whose layout is MemoryPack's business.</summary>
    Packable,

    /// <summary>An interface whose methods are handlers.</summary>
    Protocol,

    /// <summary>What combines replies.</summary>
    Reducer,

    /// <summary>One of several messages, told apart by place.</summary>
    Union,
}

/// <summary>The words that stand in brackets.</summary>
internal static class WireMarks
{
    /// <summary>Of a member: a reference that may be null.</summary>
    public const string Optional = "optional";

    /// <summary>Of a member: a reference that may not be null.</summary>
    public const string Required = "required";

    /// <summary>Of a member: of a type parameter, and always there.</summary>
    public const string Open = "open";

    /// <summary>Of a member: something stands for it where it is absent.</summary>
    public const string Default = "default";

    /// <summary>Of a member: its ports travel in the port table.</summary>
    public const string Include = "include";

    /// <summary>Of a member: the port of the reply, which is absent in a call.</summary>
    public const string Reply = "reply";

    /// <summary>Of a message: members are written with their lengths.</summary>
    public const string Tolerant = "tolerant";

    /// <summary>Of a generic message: some uses of it are their bytes in memory.</summary>
    public const string Memory = "memory";

    /// <summary>Of a handler: gangs may be sent to.</summary>
    public const string Castable = "castable";

    /// <summary>Of a handler: nobody waits.</summary>
    public const string OneWay = "one-way";

    /// <summary>Of a handler: its end is waited for.</summary>
    public const string Acknowledged = "acknowledged";

    /// <summary>Of a handler: a reply is waited for.</summary>
    public const string Call = "call";

    /// <summary>Of an actor: it may be created by name.</summary>
    public const string Spawn = "spawn";
}
