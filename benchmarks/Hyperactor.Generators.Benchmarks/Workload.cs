using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hyperactor.Generators.Benchmarks;

/// <summary>
/// A project of a given size: each actor has a file with its share of the messages, four handlers made of parameters, and
/// one handler for each of its messages; beside each of them lies a file without anything of ours.
/// </summary>
/// <param name="Messages">How many messages there are.</param>
/// <param name="Actors">How many actors there are.</param>
internal sealed record Workload(int Messages, int Actors)
{
    private static readonly CSharpParseOptions Options = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Parse)
        .WithFeatures([new("InterceptorsNamespaces", "Hyperactor.Generated")]);

    /// <summary>The options that files are parsed with.</summary>
    public static CSharpParseOptions Parse => Options;

    /// <summary>The project as it is opened.</summary>
    public CSharpCompilation Compile() => CSharpCompilation.Create(
        "Large",
        [
            Tree(
                "global using System; global using System.Collections.Generic; global using System.Threading; "
                + "global using System.Threading.Tasks; global using Hyperactor;", "Usings.cs"),
            .. Enumerable.Range(0, Actors).Select(i => Tree(Actor(i), $"Actor{i}.cs")),
            .. Enumerable.Range(0, Actors).Select(i => Tree(Plain(i, 0), $"Plain{i}.cs")),
        ],
        References(),
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: true));

    /// <summary>A file's tree.</summary>
    public static SyntaxTree Tree(string text, string path) => CSharpSyntaxTree.ParseText(text, Options, path);

    /// <summary>A file without anything of ours.</summary>
    public static string Plain(int index, int version) =>
        $$"""
        namespace Large.Plain;

        public sealed class Plain{{index}}
        {
            private readonly List<string> _lines = [];

            public int Count => _lines.Count + {{version}};

            public void Add(string line)
            {
                ArgumentNullException.ThrowIfNull(line);
                foreach (var word in line.Split(' '))
                {
                    _lines.Add(word.Trim());
                }
            }
        }
        """;

    /// <summary>A file of an actor and its messages.</summary>
    /// <param name="index">Which.</param>
    /// <param name="body">What one of its handlers does: an edit that changes nothing that is generated.</param>
    /// <param name="extra">A member more of one of its messages: an edit that changes a codec.</param>
    public string Actor(int index, string body = "", string extra = "")
    {
        var own = Enumerable.Range(0, Messages).Where(m => m % Actors == index).ToList();
        var text = new StringBuilder("namespace Large.Actors;\n\n");
        foreach (var message in own)
        {
            text.Append(
                $$"""
                /// <summary>What is known of an order, number {{message}}.</summary>
                [Named]
                public sealed partial record Order{{message}}(
                    int Number, string Customer, List<double> Prices, Dictionary<string, long> Counts, DateTimeOffset At,
                    ReadOnlyMemory<float> Weights, Guid? Batch = null{{(message == own[0] ? extra : "")}});


                """);
        }

        text.Append(
            $$"""
            /// <summary>Takes orders, number {{index}}.</summary>
            [Export(Spawn = true)]
            public sealed partial class Shop{{index}}(string city) : Actor
            {
                private long _total;

                /// <summary>Adds to the total.</summary>
                [Handler]
                void Add(long amount) { _total += amount; {{body}} }

                /// <summary>The total.</summary>
                [Handler]
                ValueTask<long> Total() => new(_total);

                /// <summary>Moves the shop.</summary>
                [Handler]
                async ValueTask Move(Context cx, string street, int number, CancellationToken stopping)
                {
                    await Task.Yield();
                    stopping.ThrowIfCancellationRequested();
                }

                /// <summary>Where it is.</summary>
                [Handler]
                ValueTask<string> City(bool upper = false) => new(upper ? city.ToUpperInvariant() : city);
            
            """);
        foreach (var message in own)
        {
            text.Append($"\n    [Handler]\n    void On(Order{message} order) => _total += order.Number;\n");
        }

        return text.Append("}\n").ToString();
    }

    private static ImmutableArray<MetadataReference> References() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(p) is "netstandard.dll" or "MemoryPack.Core.dll")
            .Select(static p => MetadataReference.CreateFromFile(p)),
        MetadataReference.CreateFromFile(typeof(Actor).Assembly.Location),
    ];
}
