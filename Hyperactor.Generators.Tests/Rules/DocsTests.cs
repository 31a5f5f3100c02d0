using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Tests.Rules;

/// <summary>Each rule has a page, tests and a link.</summary>
public sealed class DocsTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Snapshot.Folder, "..", ".."));

    private static IEnumerable<DiagnosticDescriptor> All => RuleRun.Analyzers.SelectMany(static a => a.SupportedDiagnostics);

    [TestCaseSource(nameof(All))]
    public void Rule_has_a_page_tests_and_a_link(DiagnosticDescriptor rule)
    {
        var page = Path.Combine(Root, "docs", "rules", rule.Id + ".md");
        Assert.That(page, Does.Exist);
        Assert.That(
            File.ReadAllText(page),
            Does.StartWith($"# {rule.Id}: {rule.Title}\n").And.Contain("## Reported").And.Contain("## Instead")
                .And.Contain("## Silencing it"));
        Assert.That(rule.HelpLinkUri, Does.EndWith($"docs/rules/{rule.Id}.md"));
        Assert.That(Type.GetType($"Hyperactor.Generators.Tests.Rules.{rule.Id}Tests"), Is.Not.Null);
    }

    [TestCaseSource(nameof(Fixable))]
    public void Fix_is_told_on_the_page_and_tested(string rule)
    {
        Assert.That(File.ReadAllText(Path.Combine(Root, "docs", "rules", rule + ".md")), Does.Match("\nFix: (?!none)"));
        Assert.That(Type.GetType($"Hyperactor.Generators.Tests.Rules.{rule}FixTests"), Is.Not.Null);
    }

    private static IEnumerable<string> Fixable => FixRun.Fixes.SelectMany(static f => f.FixableDiagnosticIds);

    [Test]
    public void No_page_is_left_over() => Assert.That(
        Directory.EnumerateFiles(Path.Combine(Root, "docs", "rules"), "HYP*.md").Select(Path.GetFileNameWithoutExtension),
        Is.SubsetOf(All.Select(static r => r.Id)));
}
