namespace Hyperactor.Generators.Tests;

/// <summary>
/// What a user could have written, and should not have: Mistakes/{Subject}/{Name}.cs. The first line says whether anything
/// catches it, the second what goes wrong at run time; reports of ours are marked as in <see cref="RuleRun"/>. Lines behind
/// them that begin with <c>// lock: </c> are a wire lock without its header; reports in it are not marked.
/// </summary>
/// <param name="Path">The file below Mistakes.</param>
/// <param name="Source">Its text, marked.</param>
/// <param name="Ids">What reports it: rules of ours, and errors and warnings of the compiler; empty if nothing does.</param>
internal sealed record Mistake(string Path, string Source, IReadOnlyList<string> Ids)
{
    private const string Caught = "// caught: ";
    private const string Missed = "// missed: ";
    private const string LockLine = "// lock: ";

    public static string Folder => System.IO.Path.GetFullPath(System.IO.Path.Combine(Snapshot.Folder, "..", "Mistakes"));

    /// <summary>All of them, by path.</summary>
    public static IReadOnlyList<string> Paths { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Select(static f => System.IO.Path.GetRelativePath(Folder, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The wire lock beside it, or null.</summary>
    public string? Lock { get; } = Source.Contains("\n" + LockLine, StringComparison.Ordinal)
        ? "hyperactor-wire 1\n" + string.Concat(Source.Split('\n')
            .Where(static l => l.StartsWith(LockLine, StringComparison.Ordinal)).Select(static l => l[LockLine.Length..] + "\n"))
        : null;

    /// <summary>The folder of its file.</summary>
    public string Subject => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    public bool IsCaught => Ids.Count > 0;

    /// <summary>Reads a file, and fails if its head is not as it must be.</summary>
    public static Mistake Read(string path)
    {
        var source = File.ReadAllText(System.IO.Path.Combine(Folder, path)).ReplaceLineEndings("\n");
        var lines = source.Split('\n');
        Assert.That(lines, Has.Length.GreaterThan(2), path);
        Assert.That(lines[0], Does.StartWith(Caught).Or.StartWith(Missed), path);
        Assert.That(lines[0], Has.Length.GreaterThan(Caught.Length), $"{path}: say which rules, or why it is missed");
        Assert.That(lines[1], Does.Match("^// .{10}"), $"{path}: the second line says what goes wrong");
        string[] ids = lines[0].StartsWith(Caught, StringComparison.Ordinal)
            ? lines[0][Caught.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [];
        Assert.That(ids, Is.All.Match(@"^[A-Z]{2,4}\d{4}$"), $"{path}: ids, separated by commas, and nothing else");
        return new(path, source, ids);
    }
}
