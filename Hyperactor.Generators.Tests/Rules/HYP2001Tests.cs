namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP2001Tests
{
    [TestCase("object")]
    [TestCase("Plain")]
    [TestCase("IEnumerable<int>")]
    [TestCase("IReadOnlyCollection<int>")]
    [TestCase("HashSet<object>")]
    [TestCase("KeyValuePair<int, int>")]
    [TestCase("Use<object>")]
    [TestCase("Use<Plain[]>")]
    [TestCase("Plain<int>")]
    [TestCase("Endless<int>")]
    [TestCase("Nest<int>.Inner")]
    [TestCase("List<Plain>")]
    [TestCase("Dictionary<string, object>")]
    [TestCase("ReadOnlyMemory<string>")]
    [TestCase("int[,]")]
    [TestCase("nint")]
    [TestCase("(string, int, int, int, int, int, int, int, int)")]
    [TestCase("Action")]
    [TestCase("PortRef<Plain>")]
    [TestCase("Task")]
    [TestCase("Stream")]
    [TestCase("dynamic")]
    public async Task Reported(string type)
    {
        var (messages, hints) = await RuleRun.Check(
            $$"""
            using System.IO;
            public sealed class Plain;
            public sealed class Plain<T>;
            [Named] public sealed partial record Use<T>(T Value);
            [Named] public sealed partial record Endless<T>(Endless<List<T>>? Next);
            public static partial class Nest<T> { public sealed class Inner; }
            [Named] public sealed partial record M({{type}} {|HYP2001:Value|});
            [Export] public partial class A : Actor
            {
                [Handler] void Take({{type}} {|HYP2001:value|}) { }
                [Handler] ValueTask<{{type}}> {|HYP2001:Give|}() => throw new Exception();
                [Handler] void Good() { }
            }
            """);
        Assert.That(messages, Has.Count.EqualTo(3));
        Assert.That(messages[0], Does.StartWith("'M.Value' of type '").And.Contain(";"));
        Assert.That(hints, Does.Not.Contain("M.Codec.g.cs").And.Contain("A.Client.g.cs"));
    }

    [TestCase("public partial class Outer<T> { [Named] public partial record {|HYP2001:M|}(int X); }")]
    [TestCase("[Named] public partial record M<T>(object {|HYP2001:X|}, T Y);")]
    [TestCase("[Named] public partial record M<T>(ReadOnlyMemory<T> {|HYP2001:X|});")]
    [TestCase("[Named] public partial struct {|HYP2001:R|}<T> : IReducer<int> { public static int Combine(int a, int b) => a; }")]
    [TestCase("[assembly: {|HYP2001:RegisterType(typeof(object))|}]")]
    [TestCase("[assembly: {|HYP2001:RegisterType(typeof(List<>))|}]")]
    [TestCase("[assembly: {|HYP2001:RegisterType(typeof(M<>))|}] [Named] public partial record M<T>(T X);")]
    [TestCase("[assembly: {|HYP2001:RegisterType(typeof(M<Action>))|}] [Named] public partial record M<T>(T X);")]
    [TestCase("[assembly: {|HYP2001:RegisterType(typeof(M[]))|}] file enum M { X }")]
    [TestCase("public partial class Outer { [Named] private partial record {|HYP2001:M|}(int X); }")]
    [TestCase("[Named] public partial struct {|HYP2001:R|} : IReducer<object> { public static object Combine(object a, object b) => a; }")]
    [TestCase("[Export] public partial class A : Actor { [Handler] void M(ReadOnlySpan<int> {|HYP2001:x|}) { } }")]
    [TestCase("public partial class A : Actor { [Handler] void M(ReadOnlySpan<int> {|HYP2001:x|}) { } }")]
    [TestCase("[Export(Spawn = true)] public partial class A(object {|HYP2001:o|}) : Actor { object O => o; }")]
    [TestCase("[Export] public partial class A : Actor { [Handler] void M() { } [Handler] void N(PortRef<MMessage> {|HYP2001:p|}) { } }")]
    public async Task Reported_elsewhere(string source) => await RuleRun.Check(source);

    [Test]
    public async Task What_the_compiler_reports_is_not_reported_twice()
    {
        var run = GeneratorRun.Of(
            """
            [Named] public partial record M(Missing X);
            [Export] public partial class A : Actor { [Handler] void M(List<Missing> x) { } }
            """);
        Assert.That(await RuleRun.Reports(run.Output), Is.Empty);
        Assert.That(run.Hints, Is.EqualTo(["A.Dispatch.g.cs"]));
    }

    [TestCase("List<List<string?>?>?")]
    [TestCase("Dictionary<Guid, int[][]>")]
    [TestCase("ReadOnlyMemory<DateTimeOffset>")]
    [TestCase("ActorId[]")]
    [TestCase("GangRef<A>?")]
    [TestCase("(int, Half, (Int128, char))")]
    [TestCase("(string, M?, ActorId)?")]
    [TestCase("M?")]
    [TestCase("PortRef<List<M>>")]
    [TestCase("HashSet<string>")]
    [TestCase("Serialized?")]
    [TestCase("IReadOnlyList<M>?")]
    [TestCase("IReadOnlyDictionary<M, (int, string)>")]
    [TestCase("System.Collections.Immutable.ImmutableArray<M>")]
    [TestCase("ValueTuple<string>")]
    [TestCase("(int, int, int, int, int, int, int, string)")]
    [TestCase("DateOnly?")]
    [TestCase("Use<Use<M[]>?>")]
    [TestCase("Tree<int>")]
    public async Task Not_reported(string type) => await RuleRun.Check(
        $$"""
        [Named] public sealed partial record M({{type}} Value, int More);
        [Named] public sealed partial record Use<T>(T Value);
        [Named] public sealed partial record Tree<T>(T Value, List<Tree<T>> Children);
        [Export] public partial class A : Actor
        {
            [Handler] void Take({{type}} value) { }
            [Handler] ValueTask<{{type}}> Give() => throw new Exception();
        }
        """);

    [Test]
    public async Task What_is_wrong_with_a_generic_type_is_said_where_it_is_declared()
    {
        var (_, hints) = await RuleRun.Check(
            "[Named] public partial record P<T>(T X, object {|HYP2001:Y|}); [Named] public partial record M(P<int> P);");
        Assert.That(hints, Is.Empty);
    }

    [Test]
    public async Task Types_that_do_not_leave_the_process_need_no_codec() => await RuleRun.Check(
        "public partial class A : Actor { [Handler] ValueTask<object> M(Action x, IEnumerable<int> y) => new(x); }");
}
