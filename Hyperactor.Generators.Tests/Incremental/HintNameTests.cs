namespace Hyperactor.Generators.Tests.Incremental;

public sealed class HintNameTests
{
    [Test]
    public void One_name_in_two_namespaces_and_nested() => Assert.That(
        GeneratorRun.Of(
            """
            namespace A { [Named] public partial record M(string X); }
            namespace B { [Named] public partial record M(string X); public partial class M2 { [Named] public partial record M(string X); } }
            """).Compiles().Hints,
        Is.EquivalentTo(["A.M.Codec.g.cs", "B.M.Codec.g.cs", "B.M2.M.Codec.g.cs", "Hyperactor.Catalog.g.cs"]));

    [Test]
    public void Names_that_differ_by_case_alone()
    {
        var hints = GeneratorRun.Of(
            """
            namespace A;
            [Named] public partial record Message(string X);
            [Named] public partial record MESSAGE(string X);
            [Named] public partial record Other(string X);
            """).Compiles().Hints.ToList();
        Assert.That(hints, Is.Unique.Using((IEqualityComparer<string>)StringComparer.OrdinalIgnoreCase));
        Assert.That(hints, Has.Count.EqualTo(4).And.Contains("A.Other.Codec.g.cs"));
    }

    [Test]
    public void Keywords_as_names() => Assert.That(
        GeneratorRun.Of(
            """
            namespace @event.@class;
            [Export(Spawn = true)] public partial class @object(int @int) : Actor
            {
                [Handler] void @void(string @string, CancellationToken @default) => _ = @int;
                [Handler] ValueTask<@record> @return() => throw new Exception();
            }
            [Named] public partial record @record(string @params);
            [Handler] public partial interface @interface { void @do(int @in); }
            """).Compiles().Hints,
        Does.Contain("event.class.object.Client.g.cs"));
}
