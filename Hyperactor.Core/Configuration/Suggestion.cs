namespace Hyperactor.Configuration;

/// <summary>The name that somebody may have meant.</summary>
internal static class Suggestion
{
    /// <summary>A sentence with the nearest name, behind a space; nothing if none is near.</summary>
    internal static string For(string name, IEnumerable<string> names)
    {
        var written = name.ToLowerInvariant();
        var nearest = names
            .Select(n => (Name: n, Distance: SameWord(written, n) ? 1 : Distance(written, n)))
            .OrderBy(n => n.Distance)
            .ThenBy(n => n.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is { } found && nearest.Distance <= Math.Max(2, written.Length / 4)
            ? $" Did you mean {found}?"
            : "";
    }

    // The right word in the wrong place is nearer than its letters tell.
    private static bool SameWord(string written, string name) => LastWord(written) == LastWord(name);

    private static string LastWord(string name) => name[(name.LastIndexOf('.') + 1)..].Replace("_", "", StringComparison.Ordinal);

    // How many letters to insert, drop or change: Levenshtein, by rows (Wagner and Fischer, 1974).
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
