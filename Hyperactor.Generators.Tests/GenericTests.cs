namespace Hyperactor.Generators.Tests;

public sealed class GenericTests
{
    private const string Pair =
        """
        namespace Samples;
        [Named("pair")] public sealed partial record Pair<TFirst, TSecond>(TFirst First, TSecond? Second = default, List<TFirst>? More = null);
        [Named] public readonly partial record struct Box<T>(T Value, T[] Items) where T : unmanaged;
        [Named] public sealed partial class Tree<T> where T : class
        {
            public required T Value { get; init; }
            public Tree<T>? Left { get; init; }
            public PortRef<T> Port { get; init; }
            public ReadOnlyMemory<byte> Bytes { get; init; }
        }
        """;

    [Test]
    public void Codecs_are_generic_and_uses_are_registered() => Snapshot.Verify(GeneratorRun.Of(
        Pair,
        """
        using Samples;
        [assembly: RegisterType(typeof(Pair<int, (string, Pair<Half, bool>)>))]
        [assembly: RegisterType(typeof(HashSet<Guid[]>))]
        [assembly: RegisterType(typeof(Dictionary<string, int>))]
        namespace Uses;
        public enum Mode { On }
        [Named] public sealed partial record Holder(Tree<string> Tree, IReadOnlyList<Box<float>>? Boxes);
        [Export] public partial class A : Actor
        {
            [Handler] void On(Pair<Mode, string> pair) { }
            [Handler(Name = "On")] void OnOther(Pair<Holder, Mode> pair) { }
            [Handler] ValueTask<Box<long>> Get(OncePortRef<Box<Mode>> port) => default;
        }
        """).Compiles());

    [Test]
    public void Uses_of_types_of_another_assembly_are_registered_where_they_are_closed()
    {
        var first = GeneratorRun.Of(Compiling.Create("Contracts", false, [], Pair)).Compiles();
        var second = GeneratorRun.Of(Compiling.Create(
            "Uses", false, [Compiling.Emit(first.Output)],
            "namespace Uses; [Named] public partial record M(Samples.Pair<int, M?> Pair);")).Compiles();
        Assert.That(first.Hints, Is.EquivalentTo([
            "Samples.Pair{TFirst,TSecond}.Codec.g.cs", "Samples.Box{T}.Codec.g.cs", "Samples.Tree{T}.Codec.g.cs"]));
        Assert.That(
            second.Text("Hyperactor.Catalog.g.cs"),
            Does.Contain("\"pair<int, Uses.M>\"").And.Contain("PairCodec(").And.Contain("ListCodec<int>(\"List<int>\")"));
    }

    [TestCase("[Named] public partial record P<T>(T A); [Named] public partial record P(P<int> A);", TestName = "One name with and without parameters")]
    [TestCase("[Named] public partial record F<T>(G<int>? A, T B); [Named] public partial record G<T>(F<int>? A, T B); [Named] public partial record M(F<string> F);", TestName = "Types that hold each other")]
    [TestCase("[Named] public partial struct S<T> { public T A; public T? B { get; set; } } [Named] public partial record M(S<string>[] Values, S<int?>? One);", TestName = "Structs")]
    [TestCase("[Named] internal partial record P<@class>(@class @int); [Named] internal partial record M(P<string> P);", TestName = "Keywords as parameters")]
    [TestCase("[Named] public partial record P<T>(T A); public partial class A : Actor { [Handler] void On(P<object> p) { } [Handler(Name = \"On\")] void On2(P<Action> p) { } }", TestName = "Uses that stay in the process")]
    [TestCase("[Named, Bind, Unbind] public partial record P<T>([Include] PortRef<T> Port); [Export] public partial class A : Actor { [Handler(Cast = true)] void On(P<int> p) { } }", TestName = "Ports that are cast")]
    [TestCase("public partial class Outer { [Named] public partial record P<T>(T A) where T : notnull; [Named] public partial record Q<T>(P<T> A) where T : struct, IComparable<T>; [Named] public partial record M(Q<int> Q); }", TestName = "Constraints")]
    public void Compiles(string source) => GeneratorRun.Of(source).Compiles();

    [Test]
    public async Task Analyzers_find_nothing_wrong_with_them() =>
        Assert.That(await RuleRun.Reports(GeneratorRun.Of(Pair).Output), Is.Empty);
}
