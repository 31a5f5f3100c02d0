using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Tests.Rules;

/// <summary>A corpus of mistakes: which are caught, which are not, and that this stays so until somebody says otherwise.</summary>
public sealed class MistakesTests
{
    // Rules that no file can show: HYP5004 is about a property of the project.
    private static readonly string[] NotInOneFile = ["HYP5004"];

    // Rules whose mistakes are still to be written; the list only gets shorter.
    private static readonly string[] NotYet = [];

    private static IEnumerable<string> Paths => Mistake.Paths;

    [TestCaseSource(nameof(Paths))]
    public async Task Is_caught_by_what_its_head_says(string path)
    {
        var mistake = Mistake.Read(path);
        var (source, marks) = RuleRun.Unmark(mistake.Source);
        var run = GeneratorRun.Of(source);
        var reports = await RuleRun.Reports(run.Output, mistake.Ids, mistake.Lock);
        Assert.That(
            reports.Where(static d => d.Location.IsInSource).Select(static d => $"{d.Id} {d.Location.SourceSpan}").Order(StringComparer.Ordinal),
            Is.EqualTo(marks.Order(StringComparer.Ordinal)),
            () => "marked and reported differ; reported:\n" + string.Join('\n', reports));
        var compiler = Compiler(run);
        Assert.That(
            reports.Concat(compiler).Select(static d => d.Id).Distinct().Order(StringComparer.Ordinal),
            Is.EqualTo(mistake.Ids.Order(StringComparer.Ordinal)),
            () => "the head and what is reported differ; the compiler reports:\n" + string.Join('\n', compiler));
    }

    [Test]
    public void Every_rule_catches_one()
    {
        var caught = Mistake.Paths.SelectMany(static p => Mistake.Read(p).Ids).ToHashSet(StringComparer.Ordinal);
        Assert.That(
            RuleRun.Analyzers.SelectMany(static a => a.SupportedDiagnostics).Select(static r => r.Id)
                .Except(caught, StringComparer.Ordinal).Except([.. NotInOneFile, .. NotYet], StringComparer.Ordinal),
            Is.Empty,
            "write a mistake that the rule catches: Mistakes/{Subject}/{Name}.cs");
    }

    [Test]
    public void Table_of_what_is_caught()
    {
        var all = Mistake.Paths.Select(Mistake.Read).ToList();
        var rows = all.GroupBy(static m => m.Subject).OrderBy(static g => g.Key, StringComparer.Ordinal)
            .Select(static g => $"  {g.Key,-12} {g.Count(static m => m.IsCaught),3} of {g.Count(),3}");
        TestContext.Progress.WriteLine(
            $"mistakes: caught {all.Count(static m => m.IsCaught)} of {all.Count}\n{string.Join('\n', rows)}");
        Assert.That(all.Where(static m => m.Subject.Length == 0).Select(static m => m.Path), Is.Empty, "each has a subject");
    }

    // What a user sees in the file; that documentation is missing is no mistake.
    private static List<Diagnostic> Compiler(GeneratorRun run) =>
    [
        .. run.Output.GetDiagnostics().Where(d =>
            d.Severity >= DiagnosticSeverity.Warning && d.Id != "CS1591" && !run.Result.GeneratedTrees.Contains(d.Location.SourceTree!)),
    ];
}
