using Hyperactor.Generators.Model;

namespace Hyperactor.Generators.Wire;

/// <summary>Compares objects and unions: members and cases are told by place, and may only be appended.</summary>
/// <param name="before">The type as the lock has it.</param>
/// <param name="current">The type as the code has it.</param>
/// <param name="isHeld">Whether values of it stand within other values.</param>
internal sealed class MemberComparer(WireEntry before, WireEntry current, bool isHeld)
{
    private const string Both = "older peers read and write other bytes";

    private readonly string _byPlace = current.Kind == WireKind.Union ? "cases are told by place" : "members are read by place";

    // By name; a member that was renamed is found under its new name.
    private readonly Dictionary<string, WireFact> _before = before.Facts.ToDictionary(static f => f.Name, StringComparer.Ordinal);

    /// <summary>Adds what has changed.</summary>
    public void Compare(List<WireChange> changes)
    {
        if (!before.Marks.Equals(current.Marks))
        {
            Add(changes, null, true,
                $"'{current.Uri}' has another layout, since it is, or was, VersionTolerant or bytes in memory: "
                + $"{Both}; keep it as it was");
        }

        FindRenamed(changes);
        var names = new HashSet<string>(current.Facts.Select(static f => f.Name), StringComparer.Ordinal);
        foreach (var gone in _before.Keys.Where(n => !names.Contains(n)))
        {
            Add(changes, null, true,
                $"'{current.Uri}' has lost '{_before[gone].Name}': "
                + $"{Both}; keep it, even if nobody needs it");
        }

        CompareOrder(names, changes);
        var last = current.Facts.ToList().FindLastIndex(f => _before.ContainsKey(f.Name));
        for (var i = 0; i < current.Facts.Count; i++)
        {
            var fact = current.Facts[i];
            if (_before.TryGetValue(fact.Name, out var old))
            {
                Compare(old, fact, changes);
            }
            else if (i < last)
            {
                Add(changes, fact, true,
                    $"'{Name(fact)}' stands before others that are in the lock: "
                    + $"{_byPlace}, so {Both}; move it to the end");
            }
            else
            {
                Append(fact, changes);
            }
        }
    }

    // The same place and the same type, and a name that the other does not have.
    private void FindRenamed(List<WireChange> changes)
    {
        for (var i = 0; i < Math.Min(before.Facts.Count, current.Facts.Count); i++)
        {
            var old = before.Facts[i];
            var now = current.Facts[i];
            if (old.Name != now.Name && old.Type == TypeOf(now)
                && !_before.ContainsKey(now.Name) && !current.Facts.Any(f => f.Name == old.Name))
            {
                _before.Remove(old.Name);
                _before.Add(now.Name, old);
                Add(changes, now, false,
                    $"'{Name(now)}' was called '{old.Name}': "
                    + "its bytes are what they were, but its JSON is not, and older peers do not find it there");
            }
        }
    }

    private void CompareOrder(HashSet<string> names, List<WireChange> changes)
    {
        var place = before.Facts.Select((f, i) => (f, i)).ToDictionary(static p => p.f, static p => p.i);
        var kept = current.Facts.Where(f => _before.ContainsKey(f.Name)).ToList();
        for (var i = 1; i < kept.Count; i++)
        {
            if (place[_before[kept[i].Name]] < place[_before[kept[i - 1].Name]])
            {
                var order = string.Join(", ", before.Facts.Select(static f => f.Name));
                Add(changes, kept[i], true,
                    $"'{Name(kept[i])}' stands in another place: "
                    + $"{_byPlace}, so {Both}; keep the order {order}");
                return;
            }
        }
    }

    private void Compare(WireFact old, WireFact now, List<WireChange> changes)
    {
        if (old.Type != TypeOf(now))
        {
            Add(changes, now, true,
                $"'{Name(now)}' was of type '{old.Type}' and is of '{now.Type}': "
                + $"{Both}; append a member of the new type");
            return;
        }

        if (old.Is(WireMarks.Reply) != now.Is(WireMarks.Reply))
        {
            Add(changes, now, true,
                $"'{Name(now)}' has gained or lost [Reply]: "
                + "one side leaves out the port that the other waits for; keep it as it was");
            return;
        }

        ComparePresence(old, now, changes);
        var mustBeThere = now.Is(WireMarks.Required) || now.Is(WireMarks.Open);
        if (old.Is(WireMarks.Default) && !now.Is(WireMarks.Default))
        {
            Add(changes, now, mustBeThere, $"'{Name(now)}' has lost its default: " + (mustBeThere
                ? "bytes from before it was there are refused; give the default back"
                : "in bytes from before it was there, it is the default of its type"));
        }
        else if (now.Is(WireMarks.Default) && !old.Is(WireMarks.Default))
        {
            Add(changes, now, false, $"'{Name(now)}' has a default that is new");
        }

        if (old.Is(WireMarks.Include) && !now.Is(WireMarks.Include))
        {
            Add(changes, now, true,
                $"'{Name(now)}' has lost [Include]: "
                + "relays no longer rewrite its ports, so replies to casts are not combined; give it back");
        }
        else if (now.Is(WireMarks.Include) && !old.Is(WireMarks.Include))
        {
            Add(changes, now, false, $"'{Name(now)}' has [Include], which is new");
        }
    }

    private void ComparePresence(WireFact old, WireFact now, List<WireChange> changes)
    {
        var (was, @is) = (Presence(old), Presence(now));
        if (was == @is)
        {
            return;
        }

        if (was == WireMarks.Optional)
        {
            Add(changes, now, true,
                $"'{Name(now)}' might be null and may not be any more: "
                + "what older senders leave out is refused; keep it nullable");
        }
        else if (@is == WireMarks.Optional && was != WireMarks.Open)
        {
            Add(changes, now, true,
                $"'{Name(now)}' may now be null: "
                + "older readers refuse that; append a member that may be null");
        }
        else if (was == WireMarks.Open || @is == WireMarks.Open)
        {
            Add(changes, now, @is != WireMarks.Optional, @is == WireMarks.Optional
                ? $"'{Name(now)}' may now be absent"
                : $"'{Name(now)}' may be null for other arguments than before: one side refuses what the other sends; keep the constraints of its type parameter");
        }
        else
        {
            Add(changes, now, false, $"'{Name(now)}' is a value where it was a reference, or the other way round: the bytes are the same");
        }
    }

    private void Append(WireFact fact, List<WireChange> changes)
    {
        var mustBeThere = fact.Is(WireMarks.Required) || fact.Is(WireMarks.Open);
        if (mustBeThere && !fact.Is(WireMarks.Default))
        {
            Add(changes, fact, true,
                $"'{Name(fact)}' is new and must be there: "
                + "what older senders write does not have it and is refused; let it be null, or give it a default");
        }
        else if (before.Marks.Contains(WireMarks.Memory))
        {
            Add(changes, fact, true,
                $"'{Name(fact)}' is new, and some uses of '{current.Uri}' are their bytes in memory: "
                + $"{Both}; declare a new type");
        }
        else if (isHeld && !before.Marks.Contains(WireMarks.Tolerant))
        {
            Add(changes, fact, true,
                $"'{Name(fact)}' is new in a type that other values hold: "
                + "older readers skip what they do not know only at the end of a whole message; "
                + "declare a new type, or mark types VersionTolerant before others hold them");
        }
        else
        {
            Add(changes, fact, false, $"'{Name(fact)}' is new");
        }
    }

    private void Add(List<WireChange> changes, WireFact? fact, bool breaks, string message) =>
        changes.Add(new(current.Key, fact?.Name, breaks, message));

    private string Name(WireFact fact) => $"{current.Uri}.{fact.Name}";

    private string TypeOf(WireFact fact) => WireTypes.Rename(fact.Type, current.Parameters, before.Parameters);

    private static string Presence(WireFact fact) =>
        fact.Marks.FirstOrDefault(static m => m is WireMarks.Optional or WireMarks.Required or WireMarks.Open) ?? "";
}
