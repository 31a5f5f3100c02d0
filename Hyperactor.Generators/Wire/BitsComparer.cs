using Hyperactor.Generators.Model;

namespace Hyperactor.Generators.Wire;

/// <summary>Compares values that are their bytes in memory: of these nothing may change but names and defaults.</summary>
internal static class BitsComparer
{
    private const string Why = "its bytes are its memory, which older peers have laid out as it was; declare a new type or handler";

    /// <summary>Adds what has changed.</summary>
    public static void Compare(WireEntry before, WireEntry current, List<WireChange> changes)
    {
        if (!before.Marks.Equals(current.Marks))
        {
            changes.Add(new(current.Key, null, true, $"The layout of '{current.Uri}' is another one: {Why}"));
        }

        for (var i = 0; i < current.Facts.Count; i++)
        {
            var now = current.Facts[i];
            if (i >= before.Facts.Count)
            {
                changes.Add(new(current.Key, now.Name, true, $"'{current.Uri}.{now.Name}' is new: {Why}"));
            }
            else if (!IsSame(before.Facts[i], now) || Moved(before, current, i))
            {
                var old = before.Facts[i];
                changes.Add(new(
                    current.Key, now.Name, true,
                    $"'{current.Uri}.{now.Name}' of type '{now.Type}' stands where '{old.Name}' of type '{old.Type}' was: {Why}"));

                // What follows has moved, too, and needs no word of its own.
                return;
            }
            else if (before.Facts[i].Name != now.Name)
            {
                changes.Add(new(
                    current.Key, now.Name, false,
                    $"'{current.Uri}.{now.Name}' was called '{before.Facts[i].Name}': its bytes are what they were, but its JSON, if it has one, is not"));
            }
            else if (!before.Facts[i].Equals(now))
            {
                changes.Add(new(current.Key, now.Name, false, $"'{current.Uri}.{now.Name}' has gained or lost a default"));
            }
        }

        foreach (var gone in before.Facts.Skip(current.Facts.Count))
        {
            changes.Add(new(current.Key, null, true, $"'{current.Uri}' has lost '{gone.Name}': {Why}"));
        }
    }

    private static bool IsSame(WireFact before, WireFact now) =>
        before.Type == now.Type && Layout(before).SequenceEqual(Layout(now));

    private static IEnumerable<string> Layout(WireFact fact) => fact.Marks.Where(static m => m != WireMarks.Default);

    // The name of another one that was there and still is: they have changed places.
    private static bool Moved(WireEntry before, WireEntry current, int index) =>
        before.Facts[index].Name != current.Facts[index].Name
        && (before.Facts.Any(f => f.Name == current.Facts[index].Name)
            || current.Facts.Any(f => f.Name == before.Facts[index].Name));
}
