using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.Generators.Tests.Tidy;

/// <summary>Nobody reaches up: a folder of Core uses only folders on lower floors. The table is in docs/architecture.md.</summary>
public sealed partial class FloorTests
{
    private static readonly string Root = Path.GetDirectoryName(
        typeof(FloorTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "ProjectDirectory").Value!)!;

    private static readonly string Core = Path.Combine(Root, "Hyperactor.Core");

    [Test]
    public void A_folder_uses_only_lower_floors()
    {
        var floors = Floors();
        var violations = Uses().Where(u => floors[u.To] >= floors[u.From]).Select(u => u.ToString()).ToArray();
        Assert.That(violations, Is.Empty, string.Join(Environment.NewLine, violations));
    }

    [Test]
    public void Every_folder_has_its_floor_in_the_architecture() =>
        Assert.That(Floors().Keys, Is.SupersetOf(Directory.EnumerateFiles(Core, "*.cs", SearchOption.AllDirectories)
            .Select(FolderOf).Where(f => f.Length > 0).Distinct()));

    [Test]
    public void The_check_sees_what_it_should_see() =>
        Assert.That(Uses().Count(u => u is { From: "Worlds", To: "Procs" }), Is.Positive);

    private static Dictionary<string, int> Floors() => FloorRow()
        .Matches(File.ReadAllText(Path.Combine(Root, "docs", "architecture.md")))
        .ToDictionary(m => m.Groups["folder"].Value, m => int.Parse(m.Groups["floor"].Value, null));

    /// <summary>Every use of a type of one folder in a file of another.</summary>
    private static IEnumerable<Use> Uses()
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var trees = Directory.EnumerateFiles(Core, "*.cs", SearchOption.AllDirectories)
            .Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), options, f))
            .Append(CSharpSyntaxTree.ParseText(
                "global using System; global using System.IO; global using System.Linq; global using System.Threading;"
                + "global using System.Collections.Generic; global using System.Threading.Tasks;",
                options,
                Path.Combine(Core, "Usings.cs")))
            .ToArray();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is var name && !name.StartsWith("Hyperactor.", StringComparison.Ordinal))
            .Select(p => MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create("Floors", trees, references);
        foreach (var tree in trees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                var symbol = model.GetSymbolInfo(name).Symbol;
                var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
                var file = type?.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath;
                if (file is not null && FolderOf(file) is { Length: > 0 } to && FolderOf(tree.FilePath) is { Length: > 0 } from
                    && from != to)
                {
                    yield return new(from, to, Path.GetFileName(tree.FilePath), type!.Name);
                }
            }
        }
    }

    private static string FolderOf(string file) =>
        Path.GetRelativePath(Core, file).Split(Path.DirectorySeparatorChar) is { Length: > 1 } parts ? parts[0] : "";

    [GeneratedRegex(@"^\| (?<floor>\d+) \| `(?<folder>\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex FloorRow();

    private sealed record Use(string From, string To, string File, string Type)
    {
        public override string ToString() => $"{From}/{File} uses {Type} of {To}";
    }
}
