using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Tests;

/// <summary>Actors that derive from actors, protocols that extend protocols, in one assembly and in two.</summary>
public sealed class InheritanceTests
{
    private const string Worker =
        """
        namespace Workers;

        [Handler] public partial interface IList { void Put(string item); ValueTask<int> Count(); }
        [Named] public sealed partial record Step(int Epoch, PortRef<int> Reply);

        /// <summary>Works.</summary>
        [Export(typeof(IList), Spawn = true)]
        public partial class Worker : Actor, IList
        {
            public void Put(string item) { }
            public ValueTask<int> Count() => new(1);

            /// <summary>Adds to the work.</summary>
            /// <param name="amount">How much.</param>
            [Handler] private void Add(long amount, int times = 3, string? text = null) { }
            [Handler] private void On(Step step) { }
            [Handler(Name = "On")] private void OnMany(int epoch) { }
            [Handler] private ValueTask Save(string @event) => default;
            [Handler] protected virtual ValueTask<long> Rank() => new(1);
        }

        public partial class LocalWorker : Actor { [Handler] private ValueTask<int> Run(Func<int> work) => new(work()); }
        public abstract partial class Base<T> : Actor { [Handler] private void Keep(T value) { } }
        """;

    private const string Special =
        """
        namespace Special;
        using Workers;

        [Export(Spawn = true)]
        public sealed partial class Special : Worker
        {
            [Handler] private void Extra() { }
            [Handler] private void Add(string other) { }
            protected override ValueTask<long> Rank() => new(2);
        }

        public sealed partial class LocalSpecial : LocalWorker { [Handler] private void More() { } }
        public sealed partial class IntBase : Base<int> { [Handler] private void More() { } }

        public static class Use
        {
            public static async Task It(ActorHandle<Special> a, ActorHandle<LocalSpecial> l, ActorHandle<IntBase> i, GangRef<Special> g, ICanCall me)
            {
                a.Add(me, 5, text: "x");
                a.Add(me, amount: 5);
                a.Add(me, "text");
                a.On(me, new Step(1, default));
                a.On(me, 7);
                a.Extra(me);
                a.Put(me, "item");
                await a.SaveAsync(me, "path");
                long rank = await a.Bind().RankAsync(me) + await a.CountAsync(me);
                g.Add(me, 5);
                a.Bind<IList>().Put(me, "item");
                a.Bind<Worker>().Add(me, 5);
                await l.RunAsync(me, () => 3);
                i.Keep(me, 5);
            }
        }
        """;

    [Test]
    public async Task Handlers_are_inherited_in_one_assembly()
    {
        var run = GeneratorRun.Of(Worker, Special).Compiles();
        Assert.That(await RuleRun.Reports(run.Output), Is.Empty);
    }

    [Test]
    public async Task Handlers_are_inherited_from_another_assembly()
    {
        var first = GeneratorRun.Of(Compiling.Create("Workers", false, [], Worker)).Compiles();
        var second = GeneratorRun.Of(Compiling.Create("Special", false, [Compiling.Emit(first.Output)], Special)).Compiles();
        Assert.That(await RuleRun.Reports(second.Output), Is.Empty);
        Snapshot.Verify(GeneratorRun.Of(Compiling.Create(
            "Special", false, [Compiling.Emit(first.Output)],
            """
            namespace Special;
            [Export] public sealed partial class Special : Workers.Worker
            {
                [Handler] private void Add(string other) { }
                protected override ValueTask<long> Rank() => new(2);
            }
            """)).Compiles());
    }

    [Test]
    public async Task A_handler_that_cannot_be_named_from_here_cannot_be_inherited()
    {
        const string source = "namespace B; internal enum Mode { On } [Export] public abstract partial class Worker : Actor { [Handler] void Set(Mode mode) { } }";
        const string derived = "namespace C; [Export] public partial class Special : B.Worker;";
        var first = GeneratorRun.Of(Compiling.Create("B", false, [], source));
        var second = GeneratorRun.Of(Compiling.Create("C", false, [Compiling.Emit(first.Output)], derived));
        Assert.That(second.Hints, Is.Empty);
        Assert.That((await RuleRun.Reports(second.Output)).Select(static d => d.Id), Is.EqualTo(["HYP1005"]));

        const string friends = "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"C\")]\n";
        var open = GeneratorRun.Of(Compiling.Create("B", false, [], friends + source.Replace("namespace B;", "namespace B {") + " }"));
        var friend = GeneratorRun.Of(Compiling.Create("C", false, [Compiling.Emit(open.Output)], derived)).Compiles();
        Assert.That(await RuleRun.Reports(friend.Output), Is.Empty);
        Assert.That(friend.Text("C.Special.Client.g.cs"), Does.Contain("internal static void Set("));
    }

    [Test]
    public void An_override_that_is_marked_again_is_the_same_handler()
    {
        var run = GeneratorRun.Of(
            """
            [Export] public abstract partial class A : Actor { [Handler] protected abstract ValueTask<int> Rank(); }
            [Export] public partial class B : A { [Handler] protected override ValueTask<int> Rank() => new(1); }
            """).Compiles();
        Assert.That(run.Hints, Does.Not.Contain("B.Messages.g.cs"));
        Assert.That(run.Text("B.Dispatch.g.cs"), Does.Contain("global::A.HandlerTable.Rank.HandleAsync"));
    }

    [Test]
    public void Each_class_is_spawned_by_its_own_clients()
    {
        const string source =
            """
            [Export(Spawn = true)] public partial class A(int x) : Actor { protected int X => x; }
            [Export(Spawn = true)] public partial class B(int x) : A(x) { }
            [Export(Spawn = true)] public partial class C(int x, int y) : B(x) { protected int Y => y; }
            [Export] public partial class D(int x) : A(x) { }

            """;
        GeneratorRun.Of(source + """
            public static class Use
            {
                public static async Task It(Hyperactor.Worlds.World world, ICanCall me)
                {
                    GangRef<A> a = await world.SpawnAsync<A>(me, "a", 1);
                    GangRef<B> b = await world.SpawnAsync<B>(me, "b", 1);
                    GangRef<C> c = await world.SpawnAsync<C>(me, "c", 1, 2);
                }
            }
            """).Compiles();
        var wrong = GeneratorRun.Of(source + """
            public static class Use
            {
                public static async Task It(Hyperactor.Worlds.World world, ICanCall me)
                {
                    await world.SpawnAsync<C>(me, "c", 1);
                    await world.SpawnAsync<D>(me, "d", 1);
                }
            }
            """);
        Assert.That(
            wrong.Output.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.Location.GetLineSpan().StartLinePosition.Line),
            Is.EquivalentTo([8, 9]));
    }

    [Test]
    public void What_a_derived_actor_hides_still_handles_what_is_sent_to_its_base()
    {
        var run = GeneratorRun.Of(
            """
            [Export] public partial class A : Actor { [Handler] void Add(int x) { } }
            [Export] public partial class B : A { [Handler] void Add(int x) { } }
            public static class Use { public static void It(ActorHandle<B> b, ICanSend me) { b.Add(me, 1); b.Bind<A>().Add(me, 1); } }
            """).Compiles();
        Assert.That(
            run.Text("B.Dispatch.g.cs"), Does.Contain("// A.Add").And.Contain("// B.Add"));
        Assert.That(run.Text("B.Client.g.cs"), Does.Not.Contain("A.AddMessage"));
    }

    [Test]
    public async Task A_protocol_has_the_handlers_of_those_that_it_extends()
    {
        var run = GeneratorRun.Of(
            """
            [Handler] public partial interface IA { void Add(int x); }
            [Handler] public partial interface IB : IA, IDisposable { ValueTask<int> Get(); }
            [Handler] public partial interface IC : IB;
            [Export(typeof(IC))] public partial class A : Actor, IC
            {
                public void Add(int x) { }
                public ValueTask<int> Get() => new(1);
                public void Dispose() { }
            }
            public static class Use
            {
                public static async Task It(ActorHandle<A> a, ICanCall me)
                {
                    a.Add(me, 1);
                    a.Bind<IC>().Add(me, 1);
                    a.Bind<IB>().Add(me, 1);
                    a.Bind<IA>().Add(me, await a.Bind<IB>().GetAsync(me));
                }
            }
            """).Compiles();
        Assert.That((await RuleRun.Reports(run.Output)).Select(static d => d.Id), Is.EqualTo(["HYP1013"]), "Dispose is no handler");
        Assert.That(run.Text("IB.Messages.g.cs"), Does.Contain("GetMessage").And.Not.Contain("AddMessage"));
    }

    [Test]
    public async Task Protocols_that_one_extends_must_be_told_apart() => await RuleRun.Check(
        """
        [Handler] public partial interface IA { void Add(int x); }
        [Handler] public partial interface IB { void Add(int x); }
        [Handler] public partial interface {|HYP1003:IC|} : IA, IB;
        """);
}
