using Hyperactor.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hyperactor.Generators.Tests.Incremental;

/// <summary>In an editor, code is half typed most of the time.</summary>
public sealed class TypingTests
{
    private const string Text =
        """
        [assembly: RegisterType(typeof(Pair<int, Pair<Step, (int, string)>>))]
        [Named("x")] public partial record Pair<T, U>(T First, Pair<U, T[]>? Second, U? Third = default) where U : notnull;
        [Named, Bind, Unbind] public partial record Step(int Epoch, [Include] PortRef<List<long[]>> Reply, Step? Next = null);
        [Handler, Named("p")] public partial interface IP { void Go(Step step); ValueTask<(int, int)?> Ask(string a = "b"); }
        [Export(typeof(IP), Spawn = true), Named("a")] public sealed partial class A(Step first, int count = 3) : Actor, IP
        {
            [Handler(Name = "X", Cast = true)] ValueTask On(Context cx, Step step, CancellationToken stopping) => default;
            public void Go(Step step) { } public ValueTask<(int, int)?> Ask(string a) => default;
        }
        [Instrument] static class T { public static async Task<int> At<X>(this X x, int y) where X : class => y + await "".At(y); }
        [DeclareAttrs("shop")] public static partial class Keys
        {
            /** <summary>How <c>often</c>, see <see cref="Wait"/>.</summary> */
            [Attr(Name = "shop.x", Default = 3)] public static partial AttrKey<int?> Retries { get; }
            [Setting(Default = "30s", Minimum = "1ms", Unit = "s")] public static partial Setting<TimeSpan> Wait { get; }
        }
        """;

    [Test]
    public async Task No_prefix_of_a_file_makes_generator_or_analyzers_throw()
    {
        var driver = Compiling.Driver();
        for (var length = 1; length <= Text.Length; length += 9)
        {
            var text = Text[..length];
            driver = driver.RunGeneratorsAndUpdateCompilation(Compiling.Library(text), out var output, out var diagnostics);
            Assert.That(diagnostics, Is.Empty, text);
            if (length % 4 == 0)
            {
                await RequireNoException(output, text);
            }
        }
    }

    [Test]
    public void Words_that_are_left_out_do_not_make_the_generator_throw()
    {
        var driver = Compiling.Driver();
        var words = Text.Split(' ');
        for (var left = 0; left < words.Length; left++)
        {
            var text = string.Join(' ', words.Where((_, i) => i != left));
            driver = driver.RunGeneratorsAndUpdateCompilation(Compiling.Library(text), out _, out var diagnostics);
            Assert.That(diagnostics, Is.Empty, text);
        }
    }

    private static async Task RequireNoException(Compilation compilation, string text)
    {
        var thrown = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => thrown.Add(exception.ToString()), true, false);
        await compilation
            .WithAnalyzers([new ShapeAnalyzer(), new UriAnalyzer(), new AttrNameAnalyzer(), new InstrumentAnalyzer()], options)
            .GetAnalyzerDiagnosticsAsync();
        Assert.That(thrown, Is.Empty, text);
    }
}
