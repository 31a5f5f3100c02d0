using System.Reflection;
using System.Text.RegularExpressions;
using Hyperactor.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace Hyperactor.Tests.Telemetry;

/// <summary>What docs/telemetry.md says is what is there.</summary>
public sealed partial class DocsTests
{
    private static readonly string Root = typeof(DocsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "Root").Value!;

    private static readonly string Page = Read("docs/telemetry.md");

    [Test]
    public void The_table_names_every_metric_of_the_runtime_with_kind_unit_and_tags()
    {
        // To be declared, they must have been touched once.
        Assert.That(RuntimeMetrics.Sent.Name, Is.Not.Empty);
        var declared = MetricDeclaration.Declared
            .Where(d => d.Name.StartsWith("hyperactor.", StringComparison.Ordinal))
            .Select(d => $"{d.Name} | {Kind(d.Kind)} | {d.Unit} | {d.TagNames}");
        var rows = Row().Matches(Page).Select(m =>
            $"{m.Groups["name"].Value} | {m.Groups["kind"].Value} | {m.Groups["unit"].Value} | {m.Groups["tags"].Value.Replace("`", "", StringComparison.Ordinal)}");
        Assert.That(rows.Order(StringComparer.Ordinal), Is.EqualTo(declared.Order(StringComparer.Ordinal)));
    }

    [TestCase("otlp")]
    [TestCase("declare")]
    [TestCase("record")]
    [TestCase("instrument")]
    public void The_code_of_the_page_is_code_that_compiles(string region)
    {
        var lines = Read("Hyperactor.Tests/Telemetry/OtlpSetup.cs").Split('\n')
            .SkipWhile(l => l.Trim() != $"#region {region}").Skip(1)
            .TakeWhile(l => l.Trim() != "#endregion").ToArray();
        var indent = lines.Where(l => l.Length > 0).Min(l => l.Length - l.TrimStart().Length);
        var code = string.Join('\n', lines.Select(l => l.Length > indent ? l[indent..] : l.Trim()));
        Assert.That(Page, Does.Contain($"```csharp\n{code}\n```"));
    }

    [Test]
    public void The_set_up_of_the_page_works()
    {
        using var host = OtlpSetup.Build([]);
        Assert.That(host.Services.GetService<TracerProvider>(), Is.Not.Null);
    }

    private static string Kind(MetricKind kind) => kind switch
    {
        MetricKind.UpDownCounter => "up-down counter",
        MetricKind.Timer or MetricKind.Histogram => "histogram",
        _ => "counter",
    };

    private static string Read(string file) => File.ReadAllText(Path.Combine(Root, file)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^\| `(?<name>hyperactor\.[\w.]+)` \| (?<kind>[\w -]+) \| `(?<unit>[^`]+)` \| (?<tags>[^|]*?) ?\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
