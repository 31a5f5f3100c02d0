using Hyperactor.Generators.Model;

namespace Hyperactor.Generators.Wire;

/// <summary>Compares what an assembly says on the wire with its lock.</summary>
/// <param name="locked">The lock.</param>
internal sealed class WireComparer(WireModel locked)
{
    private readonly Lazy<HashSet<string>> _held = new(() => Held(locked));
    private readonly Lazy<Dictionary<string, WireEntry>> _byMade = new(() => ByMade(locked));
    private readonly Dictionary<string, WireEntry> _entries = locked.Entries.ToDictionary(static e => e.Key);

    /// <summary>The entry of the lock with this key, or null.</summary>
    public WireEntry? Find(string key) => _entries.TryGetValue(key, out var entry) ? entry : null;

    /// <summary>All that the lock does not say as the code does; nothing only if both are the same.</summary>
    public static IReadOnlyList<WireChange> Compare(WireModel locked, WireModel current)
    {
        var comparer = new WireComparer(locked);
        var entries = current.Entries.ToDictionary(static e => e.Key);
        var made = ByMade(current);
        return
        [
            .. current.Entries.SelectMany(e => comparer.Compare(e, made.TryGetValue(e.Uri, out var owner) ? owner : null)),
            .. comparer.Missing(k => entries.TryGetValue(k, out var entry) ? entry : null, current.Entries, static _ => true),
        ];
    }

    /// <summary>What has changed of an entry.</summary>
    /// <param name="current">The entry as the code says it.</param>
    /// <param name="owner">The actor, protocol or union that brings it, if it is such a message.</param>
    public IReadOnlyList<WireChange> Compare(WireEntry current, WireEntry? owner)
    {
        if (Find(current.Key) is { } before)
        {
            return before.Equals(current) ? [] : Changes(before, current);
        }

        // The handler or the case is new, and says so for both.
        return owner is not null && !(Find(owner.Key)?.Made.Contains(current.Uri) ?? false)
            ? []
            : [new(current.Key, null, false, $"{Name(current)} is new")];
    }

    /// <summary>What the lock has and the code does not.</summary>
    /// <param name="find">Finds entries of the code.</param>
    /// <param name="all">All of them.</param>
    /// <param name="isGone">Whether a key is no longer declared; what is declared and in error is left alone.</param>
    public IEnumerable<WireChange> Missing(
        Func<string, WireEntry?> find, IEnumerable<WireEntry> all, Func<string, bool> isGone)
    {
        foreach (var entry in locked.Entries.Where(e => find(e.Key) is null && isGone(e.Key)))
        {
            // The handler or the case is gone, and says so for both.
            if (_byMade.Value.TryGetValue(entry.Uri, out var owner) && entry.Key == WireEntry.KeyOf(entry.Kind, entry.Uri)
                && !(find(owner.Key)?.Made.Contains(entry.Uri) ?? false))
            {
                continue;
            }

            var like = all.FirstOrDefault(e => Find(e.Key) is null && IsLike(entry, e));
            yield return new(entry.Key, null, true, $"{Name(entry)} is gone: {Gone(entry.Kind)}; " + (like is null
                ? "declare it as it was"
                : $"if it is '{like.Uri}' now, keep its name with [Named(\"{entry.Uri}\")]"));
        }
    }

    private List<WireChange> Changes(WireEntry before, WireEntry current)
    {
        var changes = new List<WireChange>();
        if (before.Kind != current.Kind)
        {
            changes.Add(new(
                current.Key, null, true,
                $"'{current.Uri}' was of kind '{WirePrinter.Word(before.Kind)}' and is '{WirePrinter.Word(current.Kind)}': "
                + $"older peers read and write other bytes; {Advice(before.Kind, current.Kind)}"));
            return changes;
        }

        switch (current.Kind)
        {
            case WireKind.Actor or WireKind.Protocol:
                HandlerComparer.Compare(before, current, changes);
                break;
            case WireKind.Enum:
                ValueComparer.Compare(before, current, changes);
                break;
            case WireKind.Bits:
                BitsComparer.Compare(before, current, changes);
                break;
            case WireKind.Reducer:
                changes.Add(new(
                    current.Key, null, true,
                    $"'{current.Uri}' reduced '{before.Type}' and reduces '{current.Type}': older relays cannot read "
                    + "what they are to combine; declare another reducer"));
                break;
            default:
                // A new case is refused only where it is sent.
                var isHeld = current.Kind != WireKind.Union && _held.Value.Contains(current.Uri);
                new MemberComparer(before, current, isHeld).Compare(changes);
                break;
        }

        // Whatever it is, the lock must say it.
        if (changes.Count == 0)
        {
            changes.Add(new(current.Key, null, false, $"'{current.Uri}' is declared in another way, to the same bytes"));
        }

        return changes;
    }

    private static string Name(WireEntry entry) => $"{char.ToUpperInvariant(WirePrinter.Word(entry.Kind)[0])}"
        + $"{WirePrinter.Word(entry.Kind).Substring(1)} '{entry.Uri}'";

    private static string Gone(WireKind kind) => kind switch
    {
        WireKind.Actor => "messages of older peers come back undelivered",
        WireKind.Protocol => "older peers still send its messages",
        WireKind.Reducer => "casts of older peers name it, and find nothing",
        _ => "older peers still send it and wait for it",
    };

    private static string Advice(WireKind before, WireKind current) => (before, current) switch
    {
        (WireKind.Bits, WireKind.Message) =>
            "what holds no reference is its bytes in memory: declare a new type or handler for what is more",
        (WireKind.Message, WireKind.Bits) => "declare a new type or handler for what holds no reference",
        _ => "declare a new type",
    };

    // The same thing by another name.
    private static bool IsLike(WireEntry gone, WireEntry added) =>
        gone.Kind == added.Kind && gone.Type == added.Type && gone.Marks.Equals(added.Marks)
        && gone.Facts.Count == added.Facts.Count && gone.Parameters.Count == added.Parameters.Count
        && (gone.Facts.Count > 0 || gone.Type is not null)
        && gone.Facts.OrderBy(static f => f.Name, StringComparer.Ordinal)
            .Zip(added.Facts.OrderBy(static f => f.Name, StringComparer.Ordinal), (g, a) =>
                g.Name == a.Name && g.Marks.Equals(a.Marks)
                && (g.Type == a.Type || (gone.Handles && g.Type == gone.MadeUri(g.Name) && a.Type == added.MadeUri(a.Name))))
            .All(static same => same);

    private static Dictionary<string, WireEntry> ByMade(WireModel model) => model.Entries
        .SelectMany(static e => e.Made.Select(m => (Made: m, Entry: e)))
        .GroupBy(static p => p.Made)
        .ToDictionary(static g => g.Key, static g => g.First().Entry, StringComparer.Ordinal);

    // What stands within other values, as far as this assembly knows: there an older reader cannot skip what is new.
    private static HashSet<string> Held(WireModel model)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in model.Entries.Where(static e => e.Kind != WireKind.Enum))
        {
            WireTypes.AddHeld(entry.Type ?? "", held: false, held);
            foreach (var fact in entry.Facts)
            {
                WireTypes.AddHeld(fact.Type, held: !entry.Handles, held);
                WireTypes.AddHeld(fact.Reply ?? "", held: false, held);
            }
        }

        return held;
    }
}
