using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Hyperactor.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Spectre.Console;

namespace Hyperactor.Generators.Benchmarks;

/// <summary>Runs the generator and the analyzers as an editor does: once over all, and once after each edit.</summary>
internal static class EditorCost
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(ShapeAnalyzer).Assembly.GetTypes()
            .Where(static t => t.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !t.IsAbstract && !t.IsSubclassOf(typeof(DiagnosticSuppressor)))
            .Select(static t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    /// <summary>Measures, and prints the table.</summary>
    public static int Run(Workload workload, int rounds)
    {
        var table = new Table().AddColumns("what", "median", "least", "allocated").Border(TableBorder.Markdown);
        Generator(workload, rounds, table);
        Reports(workload, rounds, table);
        AnsiConsole.MarkupLineInterpolated(
            $"{workload.Messages:n0} messages, {workload.Actors:n0} actors, {rounds} rounds, {Analyzers.Length} analyzers");
        AnsiConsole.Write(table);
        return 0;
    }

    private static void Generator(Workload workload, int rounds, Table table)
    {
        // The first of all pays for the compiler's own code, too.
        var compilation = workload.Compile();
        Row(table, "generator, first of all, cold", [Measure(() => Driver().RunGenerators(compilation))]);
        var first = new List<Cost>();
        for (var round = 0; round < rounds; round++)
        {
            var fresh = workload.Compile();
            fresh.GetDeclarationDiagnostics();
            first.Add(Measure(() => Driver().RunGenerators(fresh)));
        }

        Row(table, "generator, first run", first);
        Edits(workload, rounds, table, "generator, nothing of ours edited", static (_, v) => ("Plain7.cs", Workload.Plain(7, v)));
        Edits(workload, rounds, table, "generator, body of a handler edited",
            static (w, v) => ("Actor7.cs", w.Actor(7, body: $"_total += {v};")));
        Edits(workload, rounds, table, "generator, member added to a message",
            static (w, v) => ("Actor7.cs", w.Actor(7, extra: $", int Extra{v} = 0")));
    }

    private static void Edits(
        Workload workload, int rounds, Table table, string what, Func<Workload, int, (string Path, string Text)> edit)
    {
        var compilation = workload.Compile();
        GeneratorDriver driver = Driver().RunGenerators(compilation);
        var costs = new List<Cost>();
        for (var round = -2; round < rounds; round++)
        {
            var (path, text) = edit(workload, round + 10);
            var old = compilation.SyntaxTrees.Single(t => t.FilePath == path);
            compilation = compilation.ReplaceSyntaxTree(old, Workload.Tree(text, path));

            // Any editor binds declarations, whatever generators there are.
            compilation.GetDeclarationDiagnostics();
            var cost = Measure(() => driver = driver.RunGenerators(compilation));
            if (round >= 0)
            {
                costs.Add(cost);
            }
        }

        Row(table, what, costs);
    }

    private static void Reports(Workload workload, int rounds, Table table)
    {
        var compilation = workload.Compile();
        Driver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        Row(table, "compiler, all diagnostics", Repeat(rounds / 2 + 1, () => Clone(output).GetDiagnostics()));
        Row(table, "analyzers, whole project", Repeat(rounds / 2 + 1, () => All(Clone(output))));
        var tree = output.SyntaxTrees.Single(static t => t.FilePath == "Actor7.cs");
        Row(table, "analyzers, one file after an edit", Repeat(rounds, () =>
        {
            var edited = output.ReplaceSyntaxTree(tree, Workload.Tree(workload.Actor(7, body: "_total += 1;"), "Actor7.cs"));
            File(edited, edited.SyntaxTrees.Single(static t => t.FilePath == "Actor7.cs"));
        }));
    }

    private static Compilation Clone(Compilation compilation) => compilation.WithAssemblyName("Large");

    private static void All(Compilation compilation) =>
        compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();

    private static void File(Compilation compilation, SyntaxTree tree)
    {
        var analysis = compilation.WithAnalyzers(Analyzers);
        analysis.GetAnalyzerSyntaxDiagnosticsAsync(tree, CancellationToken.None).GetAwaiter().GetResult();
        analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, CancellationToken.None)
            .GetAwaiter().GetResult();
    }

    private static CSharpGeneratorDriver Driver() =>
        CSharpGeneratorDriver.Create([new HyperactorGenerator().AsSourceGenerator()], parseOptions: Workload.Parse);

    private static List<Cost> Repeat(int rounds, Action action)
    {
        action();
        return [.. Enumerable.Range(0, rounds).Select(_ => Measure(action))];
    }

    private static Cost Measure(Action action)
    {
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        action();
        return new(Stopwatch.GetElapsedTime(start), GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }

    private static void Row(Table table, string what, List<Cost> costs)
    {
        var times = costs.Select(static c => c.Time.TotalMilliseconds).Order().ToList();
        var bytes = costs.Select(static c => c.Bytes).Order().ElementAt(costs.Count / 2);
        table.AddRow(what, Milliseconds(times[times.Count / 2]), Milliseconds(times[0]), Megabytes(bytes));
    }

    private static string Milliseconds(double value) => value.ToString(value < 10 ? "0.0 ms" : "0 ms", CultureInfo.InvariantCulture);

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("0.0 MB", CultureInfo.InvariantCulture);

    private readonly record struct Cost(TimeSpan Time, long Bytes);
}
