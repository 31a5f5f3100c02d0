using Hyperactor.Generators.Model;

namespace Hyperactor.Generators.Tests.Incremental;

/// <summary>Models are equal if what would be written is.</summary>
public sealed class ModelTests
{
    private const string Source = "namespace S; [Named] public partial record M(string Text, int[]? Items = null);";

    [TestCase(Source)]
    [TestCase("namespace S { [Named(null)] public sealed partial record M(System.String Text, Int32[]? Items = default) { int Hidden; } }")]
    [TestCase("namespace S; partial record M { } [Hyperactor.NamedAttribute] public partial record M(string Text, int[]? Items = null);")]
    public void Equal(string source) => Assert.That(Model(source), Is.EqualTo(Model(Source)));

    [TestCase("namespace S; [Named(\"other\")] public partial record M(string Text, int[]? Items = null);")]
    [TestCase("namespace S; [Named] public partial record M(string Text, int[]? Items);")]
    [TestCase("namespace S; [Named] public partial record M(string? Text, int[]? Items = null);")]
    [TestCase("namespace S; [Named] public partial record M(int[]? Items, string Text);")]
    [TestCase("namespace S; [Named] public partial class M { public string? Text { get; set; } public int[]? Items { get; set; } }")]
    [TestCase("namespace T; [Named] public partial record M(string Text, int[]? Items = null);")]
    public void Different(string source) => Assert.That(Model(source), Is.Not.EqualTo(Model(Source)));

    [Test]
    public void Arrays_are_equal_by_their_items()
    {
        var (one, same, longer) = (Of(1, 2), Of(1, 2), Of(1, 2, 3));
        Assert.That(one.Equals(same), Is.True);
        Assert.That(one.GetHashCode(), Is.EqualTo(same.GetHashCode()));
        Assert.That(one.Equals(longer), Is.False);
        Assert.That(one.Equals((object)same), Is.True);
        Assert.That(one.Equals("other"), Is.False);
        Assert.That(default(EquatableArray<int>).Equals(Of()), Is.True);
        Assert.That(default(EquatableArray<int>), Is.Empty);
    }

    private static EquatableArray<int> Of(params int[] items) => new(items);

    private static object Model(string source) =>
        Compiling.Driver().RunGenerators(Compiling.Library(source)).GetRunResult().Results[0]
            .TrackedSteps[TrackingNames.Messages].Single().Outputs.Single().Value;
}
