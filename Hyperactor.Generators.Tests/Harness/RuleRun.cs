using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hyperactor.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hyperactor.Generators.Tests;

/// <summary>
/// Runs the generator, then the analyzers over its output, as a build does. Expected reports are marked in the source:
/// <c>{|HYP1001:Name|}</c>.
/// </summary>
internal static partial class RuleRun
{
    /// <summary>All analyzers that there are; suppressors are no part of it.</summary>
    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(ShapeAnalyzer).Assembly.GetTypes()
            .Where(static t => t.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !t.IsAbstract && !t.IsSubclassOf(typeof(DiagnosticSuppressor)))
            .OrderBy(static t => t.Name, StringComparer.Ordinal)
            .Select(static t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    /// <summary>
    /// Requires exactly the marked reports. Whatever was wrong, what is generated still compiles: generator and
    /// analyzers agree on what is left out.
    /// </summary>
    /// <param name="marked">The source, marked.</param>
    /// <param name="advice">A rule of severity info: its reports count; those of others count where they are marked.</param>
    /// <param name="besides">What begins the ids of rules that have their own view of the same code; they are left out.</param>
    /// <returns>The messages of the reports, and the names of the generated files.</returns>
    public static async Task<(IReadOnlyList<string> Messages, IReadOnlyList<string> Hints)> Check(
        string marked, string? advice = null, string? besides = null)
    {
        var (source, expected) = Unmark(marked);
        var run = GeneratorRun.Of(source);
        var all = await Reports(run.Output, [.. expected.Select(static e => e[..e.IndexOf(' ')]), advice ?? ""]);
        var reports = all.Where(d => besides is null || !d.Id.StartsWith(besides, StringComparison.Ordinal)).ToList();
        Assert.That(
            reports.Select(static d => $"{d.Id} {d.Location.SourceSpan}").Order(StringComparer.Ordinal),
            Is.EqualTo(expected.Order(StringComparer.Ordinal)),
            () => string.Join('\n', reports));
        var generated = run.Result.GeneratedTrees.ToHashSet();
        var broken = run.Output.GetDiagnostics()
            .Where(d => d.Severity == DiagnosticSeverity.Error && d.Location.SourceTree is { } t && generated.Contains(t));
        Assert.That(broken, Is.Empty);
        if (expected.Count == 0)
        {
            run.Compiles();
        }

        return ([.. reports.Select(static d => d.GetMessage())], [.. run.Hints]);
    }

    /// <summary>Our reports on a compilation.</summary>
    /// <param name="compilation">The compilation, with what was generated.</param>
    /// <param name="advice">The rules whose advice counts, too.</param>
    /// <param name="wireLock">The wire lock beside it, or null.</param>
    public static async Task<ImmutableArray<Diagnostic>> Reports(
        Compilation compilation, IEnumerable<string>? advice = null, string? wireLock = null)
    {
        var all = await compilation
            .WithAnalyzers(Analyzers, new AnalyzerOptions(wireLock is null ? [] : [new WireRun.File(wireLock)]))
            .GetAnalyzerDiagnosticsAsync();
        return
        [
            .. all.Where(d => d.Severity > DiagnosticSeverity.Info || (advice?.Contains(d.Id) ?? false))
                .OrderBy(static d => d.Location.SourceSpan.Start),
        ];
    }

    /// <summary>Takes the marks out of a source: what is left, and what they expect.</summary>
    public static (string Source, List<string> Expected) Unmark(string marked)
    {
        var expected = new List<string>();
        while (Mark().Match(marked) is { Success: true } match)
        {
            var text = match.Groups["text"];
            expected.Add($"{match.Groups["rule"].Value} [{match.Index}..{match.Index + text.Length})");
            marked = string.Concat(marked.AsSpan(0, match.Index), text.ValueSpan, marked.AsSpan(match.Index + match.Length));
        }

        return (marked, expected);
    }

    [GeneratedRegex(@"\{\|(?<rule>HYP\d{4}):(?<text>[^|]*)\|\}")]
    private static partial Regex Mark();
}
