namespace Hyperactor.Generators.Tests.Rules;

/// <summary>What the rules say of unions and messages that are protocols.</summary>
public sealed class ProtocolMessageTests
{
    private const string Ping = "[Named, Handler] public partial record Ping(int X, [Reply] OncePortRef<int> R);";
    private const string Handle = "public ValueTask<int> Ping(Context context, int x) => new(x);";

    [TestCase("[{|HYP1005:Export(typeof(Ping))|}] public partial class A : Actor { }")]
    [TestCase("[{|HYP1005:Forward(typeof(Ping))|}] public sealed partial class A : Actor { }")]
    [TestCase("[{|HYP1005:Forward(typeof(Note))|}] public partial class A : Actor { } [Named] public partial record Note(int X);")]
    [TestCase("[{|HYP1005:Forward(typeof(Ping))|}] public partial class A { }")]
    [TestCase("[{|HYP1005:Export(typeof(int), typeof(Ping))|}] public partial class A : Actor, IPingHandler { " + Handle + " }")]
    [TestCase("[Handler] public partial record {|HYP1005:M|}(int X);")]
    [TestCase("[Handler] public partial class {|HYP1005:A|} : Actor;")]
    [TestCase("[Named, Handler] public partial record {|HYP1005:M|}<T>(T X);")]
    [TestCase("[Handler] public partial struct {|HYP1005:M|} { }")]
    public async Task Misplaced(string source) => await RuleRun.Check(Ping + source);

    [TestCase("[Export(typeof(Ping))] public partial class A : Actor, IPingHandler { " + Handle + " }")]
    [TestCase("[Forward(typeof(Ping))] public partial class A : Actor, IPingHandler { " + Handle + " }")]
    [TestCase("[Forward(typeof(Ping)), Export(typeof(Ping))] public partial class A : Actor, IPingHandler { " + Handle + " }")]
    [TestCase("[Export(typeof(Ping))] public abstract partial class A : Actor, IPingHandler { public abstract ValueTask<int> Ping(Context context, int x); }")]
    [TestCase("[Export(typeof(Ping))] public partial class A : Actor; partial class A : IPingHandler { " + Handle + " }")]
    [TestCase("[Export(typeof(Ping))] public partial class A : Actor, IPingHandler { " + Handle + " } [Export] public sealed partial class B : A;")]
    [TestCase("[Forward(typeof(Ping))] public partial class A : Actor, IPingHandler { " + Handle + " } [Export(typeof(Ping))] public sealed partial class B : A;")]
    [TestCase("[Export] public partial class A : Actor { [Handler] ValueTask<int> On(Ping p) => new(1); }")]
    [TestCase("[Named] public partial record Holder(ActorRef<Ping> One, GangRef<P> Many); [Named, Handler] public readonly partial record struct P(int X);")]
    public async Task Not_reported(string source) => await RuleRun.Check(Ping + source);

    [TestCase("[Named, Handler] public abstract partial record U { [Handler(Name = \"a b\")] public sealed partial record {|HYP1002:A|} : U; }")]
    [TestCase("[Named, Handler] public abstract partial record U { [Handler(Name = \"ToString\")] public sealed partial record {|HYP1002:A|} : U; }")]
    [TestCase("[Named, Handler] public partial record M { public int {|HYP1002:X|} { get; private set; } }")]
    [TestCase("[Named, Handler] public partial class M { private {|HYP1002:M|}() { } public int X { get; set; } }")]
    public async Task Of_the_wrong_shape(string source) => await RuleRun.Check(source);

    [TestCase("[Named, Handler(Cast = true)] public abstract partial record U { public sealed partial record {|HYP2003:A|}(PortRef<int> P) : U; }")]
    [TestCase("[Named, Handler] public abstract partial record U { [Handler(Cast = true)] public sealed partial record {|HYP2003:A|}(PortRef<int> P) : U; }")]
    [TestCase("[Named, Handler(Cast = true), Bind, Unbind] public abstract partial record U { public sealed partial record {|HYP2003:A|}(PortRef<int> P) : U; }")]
    [TestCase("[Export] public partial class A : Actor { [Handler(Cast = true)] void {|HYP7003:On|}(M {|HYP2003:m|}) { } } [Named] public partial record M([Reply] OncePortRef<int> R);")]
    public async Task Ports_that_relays_could_not_rewrite(string source) => await RuleRun.Check(source);

    [TestCase("[Named, Handler(Cast = true)] public abstract partial record U { public sealed partial record A(int X, [Reply] OncePortRef<int> R) : U; }")]
    [TestCase("[Named, Handler(Cast = true), Bind, Unbind] public abstract partial record U { public sealed partial record A([Include] PortRef<int> P) : U; }")]
    [TestCase("[Named, Handler] public abstract partial record U { public sealed partial record A(PortRef<int> P) : U; }")]
    [TestCase("[Export] public partial class A : Actor { [Handler(Cast = true)] ValueTask<int> On(M m) => new(1); } [Named] public partial record M([Reply] OncePortRef<int> R);")]
    public async Task Ports_that_are_in_their_place(string source) => await RuleRun.Check(source);

    [Test]
    public async Task A_case_with_a_loose_port_gets_no_client_for_gangs()
    {
        var run = GeneratorRun.Of(
            "[Named, Handler] public abstract partial record U { public sealed partial record A(PortRef<int> P) : U; public sealed partial record B(int X) : U; }").Compiles();
        var client = run.Text("U.Client.g.cs");
        Assert.That(client, Does.Contain("static void B(\n        this global::Hyperactor.GangRef<").And.Contain("static void A("));
        Assert.That(client, Does.Not.Contain("static void A(\n        this global::Hyperactor.GangRef<"));
        Assert.That(await RuleRun.Reports(run.Output), Is.Empty);
    }

    [Test]
    public async Task Two_handlers_of_one_message() => await RuleRun.Check(
        Ping + "[Export(typeof(Ping))] public partial class {|HYP1003:A|} : Actor, IPingHandler { " + Handle + " [Handler] ValueTask<int> On(Ping p) => new(1); }");
}
