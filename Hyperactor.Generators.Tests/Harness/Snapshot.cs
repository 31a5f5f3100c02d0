using System.Reflection;
using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Hyperactor.Generators.Tests;

/// <summary>
/// Snapshots by Verify's conventions: Snapshots/{Class}.{Method}#{hint}.verified.cs, one file for each generated one.
/// Accept by HYPERACTOR_ACCEPT_SNAPSHOTS=1, which CI refuses.
/// </summary>
internal static class Snapshot
{
    /// <summary>Whether what differs is accepted.</summary>
    public static bool Accept =>
        Environment.GetEnvironmentVariable("HYPERACTOR_ACCEPT_SNAPSHOTS") is "1" or "true"
        && Environment.GetEnvironmentVariable("CI") is not ("true" or "1");

    // CallerFilePath is rewritten by the path map of a CI build; assembly metadata is not.
    public static string Folder => Path.Combine(
        typeof(Snapshot).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "ProjectDirectory").Value!,
        "Snapshots");

    /// <summary>Compares each generated file with the accepted one.</summary>
    public static void Verify(GeneratorRun run)
    {
        var test = TestContext.CurrentContext.Test;
        var prefix = $"{test.ClassName!.Split('.')[^1]}.{Safe(test.Name)}";
        Directory.CreateDirectory(Folder);
        var problems = new List<string>();
        var expected = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in run.Result.Results[0].GeneratedSources)
        {
            var stem = Path.Combine(Folder, $"{prefix}#{Path.GetFileNameWithoutExtension(source.HintName)}");
            expected.Add(stem + ".verified.cs");
            if (Compare(stem, source.SourceText.ToString()) is { } problem)
            {
                problems.Add(problem);
            }
        }

        foreach (var stale in Directory.EnumerateFiles(Folder, $"{prefix}#*.verified.cs").Where(f => !expected.Contains(f)))
        {
            if (Accept)
            {
                File.Delete(stale);
            }
            else
            {
                problems.Add($"STALE {Path.GetFileName(stale)}: the generator no longer writes it");
            }
        }

        if (problems.Count > 0)
        {
            Assert.Fail(string.Join("\n\n", problems)
                + "\n\nAccept with: HYPERACTOR_ACCEPT_SNAPSHOTS=1 dotnet test Hyperactor.Generators.Tests");
        }
    }

    private static string? Compare(string stem, string text)
    {
        var (verified, received) = (stem + ".verified.cs", stem + ".received.cs");
        text = text.ReplaceLineEndings("\n");
        var accepted = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : null;
        if (accepted == text || Accept)
        {
            if (accepted != text)
            {
                File.WriteAllText(verified, text, new UTF8Encoding(false));
            }

            File.Delete(received);
            return null;
        }

        File.WriteAllText(received, text, new UTF8Encoding(false));
        return accepted is null
            ? $"NEW {Path.GetFileName(verified)}\n{text}"
            : $"CHANGED {Path.GetFileName(verified)}\n{Diff(accepted, text)}";
    }

    private static string Safe(string name) =>
        string.Concat(name.Select(static c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' ? c : '_'));

    private static string Diff(string before, string after)
    {
        var text = new StringBuilder();
        foreach (var line in InlineDiffBuilder.Diff(before, after).Lines)
        {
            var mark = line.Type switch { ChangeType.Inserted => "+ ", ChangeType.Deleted => "- ", _ => "  " };
            text.Append(mark).Append(line.Text).Append('\n');
        }

        return text.ToString();
    }
}
