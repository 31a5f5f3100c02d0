using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Tests.Incremental;

public sealed class OrderTests
{
    [Test]
    public void The_order_of_files_does_not_change_the_text()
    {
        var compilation = Compiling.Library(
            "namespace Samples; [Named] public partial record B(string Text) { public int Late { get; set; } }",
            "namespace Samples; [Named] public partial record A(List<B> Bs);",
            "namespace Samples; [Export] public partial class Worker : Actor { [Handler] void First(A a, B b) { } }",
            "namespace Samples; partial class Worker { [Handler] ValueTask<Dictionary<string, B>> Second() => throw new Exception(); }",
            "namespace Samples; [DeclareAttrs] public static partial class Keys { public static partial AttrKey<B> Late { get; } }",
            "namespace Samples; partial class Keys { public static partial AttrKey<A> Early { get; } }",
            "namespace Samples; partial record B { public int Later { get; set; } }");
        var reversed = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Reverse());
        Assert.That(Texts(reversed), Is.EqualTo(Texts(compilation)));
    }

    private static SortedDictionary<string, string> Texts(Compilation compilation)
    {
        var result = Compiling.Driver().RunGenerators(compilation).GetRunResult().Results[0];
        return new(
            result.GeneratedSources.ToDictionary(static s => s.HintName, static s => s.SourceText.ToString()),
            StringComparer.Ordinal);
    }
}
