using System.Text;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Tests.Rules;

/// <summary>The index of the rules is true. It is written anew with HYPERACTOR_ACCEPT_SNAPSHOTS=1.</summary>
public sealed class IndexTests
{
    private const string Begin = "<!-- rules -->\n";
    private const string End = "<!-- end of rules -->";

    private static readonly string Page = Path.GetFullPath(Path.Combine(Snapshot.Folder, "..", "..", "docs", "rules", "README.md"));

    [Test]
    public void Index_lists_every_rule_with_its_severity_and_whether_it_has_a_fix()
    {
        var page = File.ReadAllText(Page).ReplaceLineEndings("\n");
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        Assert.That((begin, end), Is.Not.EqualTo((-1, -1)), "the marks of the table are there");
        var expected = string.Concat(page.AsSpan(0, begin + Begin.Length), Table(), page.AsSpan(end));
        if (Snapshot.Accept && expected != page)
        {
            File.WriteAllText(Page, expected, new UTF8Encoding(false));
            return;
        }

        Assert.That(page, Is.EqualTo(expected), "write it anew: HYPERACTOR_ACCEPT_SNAPSHOTS=1 dotnet test Hyperactor.Generators.Tests");
    }

    private static string Table()
    {
        var fixable = FixRun.Fixes.SelectMany(static f => f.FixableDiagnosticIds).ToHashSet(StringComparer.Ordinal);
        var rows = RuleRun.Analyzers.SelectMany(static a => a.SupportedDiagnostics)
            .DistinctBy(static r => r.Id)
            .OrderBy(static r => r.Id, StringComparer.Ordinal)
            .Select(r => $"| [{r.Id}]({r.Id}.md) | {r.Title} | {Severity(r)} | {(fixable.Contains(r.Id) ? "yes" : "")} |\n");
        return "| rule | title | severity | fix |\n|---|---|---|---|\n" + string.Concat(rows);
    }

    private static string Severity(DiagnosticDescriptor rule) =>
        rule.DefaultSeverity.ToString().ToLowerInvariant() + (rule.IsEnabledByDefault ? "" : ", off by default");
}
