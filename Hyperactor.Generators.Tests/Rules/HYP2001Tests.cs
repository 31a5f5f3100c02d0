namespace Hyperactor.Generators.Tests.Rules;

public sealed class HYP2001Tests
{
    [TestCase("object")]
    [TestCase("Plain")]
    [TestCase("IEnumerable<int>")]
    [TestCase("HashSet<int>")]
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

    [TestCase("[Named] public partial record {|HYP2001:M|}<T>(int X);")]
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
    public async Task Not_reported(string type) => await RuleRun.Check(
        $$"""
        [Named] public sealed partial record M({{type}} Value, int More);
        [Export] public partial class A : Actor
        {
            [Handler] void Take({{type}} value) { }
            [Handler] ValueTask<{{type}}> Give() => throw new Exception();
        }
        """);

    [Test]
    public async Task Types_that_do_not_leave_the_process_need_no_codec() => await RuleRun.Check(
        "public partial class A : Actor { [Handler] ValueTask<object> M(Action x, IEnumerable<int> y) => new(x); }");
}
