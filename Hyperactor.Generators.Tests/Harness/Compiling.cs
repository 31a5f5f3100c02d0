using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hyperactor.Generators.Tests;

/// <summary>Compilations as a consumer's project would make them.</summary>
internal static class Compiling
{
    public const string GlobalUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Hyperactor;
        """;

    public static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(p) is "netstandard.dll" or "mscorlib.dll" or "MemoryPack.Core.dll")
            .Select(static p => MetadataReference.CreateFromFile(p)),
        MetadataReference.CreateFromFile(typeof(Actor).Assembly.Location),
    ];

    /// <summary>As the props of the package set it: interceptors of ours are let in.</summary>
    public static readonly CSharpParseOptions Parse = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Diagnose)
        .WithFeatures([new("InterceptorsNamespaces", "Other.Namespace;Hyperactor.Generated")]);

    private static readonly SyntaxTree Usings = CSharpSyntaxTree.ParseText(GlobalUsings, Parse, "GlobalUsings.cs");

    public static CSharpCompilation Library(params string[] sources) => Create("Samples", false, [], sources);

    public static CSharpCompilation Create(
        string name, bool program, IEnumerable<MetadataReference> references, params string[] sources) =>
        CSharpCompilation.Create(
            name,
            [Usings, .. sources.Select(static (s, i) => CSharpSyntaxTree.ParseText(s, Parse, $"Input{i}.cs"))],
            [.. References, .. references],
            new CSharpCompilationOptions(
                program ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable));

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new HyperactorGenerator().AsSourceGenerator()],
        parseOptions: Parse,
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The assembly's bytes as a reference for the next one.</summary>
    public static MetadataReference Emit(Compilation compilation) => MetadataReference.CreateFromImage(Image(compilation));

    /// <summary>The assembly's bytes.</summary>
    public static byte[] Image(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.That(result.Success, Is.True, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }
}
