using Hyperactor.Generators.Model;

namespace Hyperactor.Generators.Wire;

/// <summary>Compares what actors and protocols handle.</summary>
internal static class HandlerComparer
{
    /// <summary>Adds what has changed.</summary>
    public static void Compare(WireEntry before, WireEntry current, List<WireChange> changes)
    {
        if (before.Marks.Contains(WireMarks.Spawn) && !current.Marks.Contains(WireMarks.Spawn))
        {
            changes.Add(new(
                current.Key, null, true,
                $"'{current.Uri}' can no longer be created by name, which older peers may ask for; keep Spawn = true"));
        }
        else if (!before.Marks.Equals(current.Marks))
        {
            changes.Add(new(current.Key, null, false, $"'{current.Uri}' can be created by name, which is new"));
        }

        foreach (var now in current.Facts)
        {
            if (before.Facts.FirstOrDefault(f => f.Type == now.Type) is { } old)
            {
                Compare(current, old, now, changes);
            }
            else
            {
                changes.Add(new(current.Key, now.Type, false, $"'{current.Uri}.{now.Name}' is a handler that is new"));
            }
        }

        foreach (var gone in before.Facts.Where(f => current.Facts.All(n => n.Type != f.Type)))
        {
            changes.Add(new(
                current.Key, null, true,
                $"'{current.Uri}' has lost the handler '{gone.Name}': what older peers send to it, '{gone.Type}', comes "
                + "back undelivered; keep it, or its name with [Handler(Name = \"…\")]"));
        }
    }

    private static void Compare(WireEntry current, WireFact old, WireFact now, List<WireChange> changes)
    {
        var name = $"'{current.Uri}.{now.Name}'";
        void Add(bool breaks, string message) => changes.Add(new(current.Key, now.Type, breaks, message));

        if (Kind(old) != Kind(now))
        {
            Add(true,
                $"{name} was {Kind(old)} and is {Kind(now)}: "
                + "older callers wait for what does not come, or are sent what they do not wait for; "
                + "declare another handler");
        }
        else if (old.Reply != now.Reply)
        {
            Add(true,
                $"{name} replied '{old.Reply}' and replies '{now.Reply}': "
                + "older callers cannot read it; declare another handler");
        }

        if (old.Is(WireMarks.Castable) && !now.Is(WireMarks.Castable))
        {
            Add(true, $"{name} can no longer be cast, and older peers may do so; keep it castable");
        }
        else if (now.Is(WireMarks.Castable) && !old.Is(WireMarks.Castable))
        {
            Add(false, $"{name} can be cast, which is new");
        }

        if (old.Name != now.Name)
        {
            Add(false, $"{name} was called '{old.Name}', which only its clients and traces show");
        }
    }

    private static string Kind(WireFact fact) => fact.Is(WireMarks.OneWay) ? "one-way"
        : fact.Is(WireMarks.Acknowledged) ? "an acknowledged call"
        : "a call";
}
