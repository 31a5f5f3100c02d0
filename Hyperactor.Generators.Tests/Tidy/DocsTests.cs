using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hyperactor.Generators.Tests.Tidy;

/// <summary>What the documents say is what is there.</summary>
public sealed partial class DocsTests
{
    private static readonly string Root = Path.GetDirectoryName(
        typeof(DocsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "ProjectDirectory").Value!)!;

    [Test]
    public void The_example_of_the_README_is_the_sample()
    {
        var sample = Read("samples/Counter/Program.cs").TrimEnd();
        Assert.That(Read("README.md"), Does.Contain($"```csharp\n{sample}\n```"));
    }

    [Test]
    public void Every_rule_has_its_page_and_every_page_its_rule()
    {
        var rules = typeof(Analyzers.ShapeAnalyzer).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !t.IsAbstract)
            .SelectMany(t => ((DiagnosticAnalyzer)Activator.CreateInstance(t)!).SupportedDiagnostics)
            .Select(d => d.Id)
            .Distinct();
        var pages = Directory.EnumerateFiles(Path.Combine(Root, "docs", "rules"), "HYP*.md")
            .Select(Path.GetFileNameWithoutExtension);
        Assert.That(pages, Is.EquivalentTo(rules));
    }

    [Test]
    public void Every_relative_link_leads_somewhere()
    {
        var broken = Directory.EnumerateFiles(Root, "*.md", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}artifacts{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Link().Matches(File.ReadAllText(f)).Select(m => (File: f, Target: m.Groups["target"].Value)))
            .Where(l => !l.Target.Contains("://", StringComparison.Ordinal)
                && !Path.Exists(Path.Combine(Path.GetDirectoryName(l.File)!, l.Target)))
            .Select(l => $"{Path.GetRelativePath(Root, l.File)} links to {l.Target}");
        Assert.That(broken, Is.Empty);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Root, file)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();
}
