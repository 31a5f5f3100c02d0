using Hyperactor.Generators.Model;

namespace Hyperactor.Generators.Wire;

/// <summary>Compares enums: bytes are numbers, JSON is names.</summary>
internal static class ValueComparer
{
    /// <summary>Adds what has changed.</summary>
    public static void Compare(WireEntry before, WireEntry current, List<WireChange> changes)
    {
        if (before.Type != current.Type)
        {
            changes.Add(new(
                current.Key, null, true,
                $"'{current.Uri}' was '{before.Type}' in memory and is '{current.Type}': older peers read and write "
                + "another number of bytes; keep the underlying type"));
        }

        foreach (var now in current.Facts)
        {
            var name = $"'{current.Uri}.{now.Name}'";
            if (before.Facts.FirstOrDefault(f => f.Name == now.Name) is { } same)
            {
                if (same.Type != now.Type)
                {
                    changes.Add(new(
                        current.Key, now.Name, true,
                        $"{name} was {same.Type} and is {now.Type}: older peers take one value for another; keep the number"));
                }
            }
            else if (Renamed(before, current, now) is { } old)
            {
                changes.Add(new(
                    current.Key, now.Name, false,
                    $"{name} was called '{old.Name}': its bytes are what they were, but its JSON is not"));
            }
            else
            {
                changes.Add(new(current.Key, now.Name, false, $"{name} is new"));
            }
        }

        foreach (var gone in before.Facts.Where(f =>
            current.Facts.All(n => n.Name != f.Name) && !current.Facts.Any(n => Renamed(before, current, n) == f)))
        {
            changes.Add(new(
                current.Key, null, true,
                $"'{current.Uri}' has lost '{gone.Name}', which was {gone.Type}: older peers still send it; keep it"));
        }
    }

    private static WireFact? Renamed(WireEntry before, WireEntry current, WireFact now) =>
        before.Facts.Any(f => f.Name == now.Name)
            ? null
            : before.Facts.FirstOrDefault(f => f.Type == now.Type && current.Facts.All(n => n.Name != f.Name));
}
