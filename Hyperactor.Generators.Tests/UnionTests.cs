using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Hyperactor.Data;

namespace Hyperactor.Generators.Tests;

public sealed class UnionTests
{
    /// <summary>Every shape of case.</summary>
    internal const string ShoppingList =
        """
        namespace Shop;

        /// <summary>What one can ask a list for.</summary>
        [Named("shop.ShoppingList"), Handler]
        public abstract partial record ShoppingList
        {
            /// <summary>Adds <paramref name="Item"/> to the list.</summary>
            /// <param name="Item">What to buy.</param>
            public sealed partial record Add(string Item, int Count = 1) : ShoppingList;

            public sealed partial record Clear : ShoppingList;

            /// <summary>Takes something off the list.</summary>
            public sealed partial record Remove : ShoppingList
            {
                /// <summary>What not to buy.</summary>
                public required string Item { get; init; }
                public bool? All { get; set; }
            }

            /// <summary>Asks whether something is there.</summary>
            public sealed partial record Exists(string Item, [Reply] OncePortRef<bool> Found) : ShoppingList;

            [Handler(Name = "Watch")]
            public sealed partial record Observe(PortRef<string> context) : ShoppingList
            {
                [Reply] public required OncePortRef<string[]> result { get; init; }
            }
        }
        """;

    internal const string ShoppingListActor =
        """
        namespace Shop;

        [Export(typeof(ShoppingList), typeof(Ping), Spawn = true)]
        public sealed partial class ShoppingListActor : Actor, IShoppingListHandler, IPingHandler
        {
            public ValueTask Add(Context context, string item, int count) => default;
            public ValueTask Clear(Context context) => default;
            public ValueTask Remove(Context context, string item, bool? all) => default;
            public ValueTask<bool> Exists(Context context, string item) => new(true);
            ValueTask<string[]> IShoppingListHandler.Watch(Context cx, PortRef<string> context) => throw new Exception();
            [Instrument] public ValueTask<long> Ping(Context context, long number) => new(number);
        }
        """;

    internal const string Ping =
        """
        namespace Shop;

        [Named, Handler] public readonly partial record struct Ping(long Number, [Reply] OncePortRef<long> Answer);
        """;

    [Test]
    public void Union_and_the_actor_that_exports_it() =>
        Snapshot.Verify(GeneratorRun.Of(ShoppingList, ShoppingListActor, Ping).Compiles());

    [Test]
    public void An_actor_that_only_forwards_has_no_clients_for_references()
    {
        var run = GeneratorRun.Of(
            ShoppingList, Ping,
            """
            namespace Shop;

            [Forward(typeof(Ping))]
            public sealed partial class Local : Actor, IPingHandler
            {
                public ValueTask<long> Ping(Context context, long number) => new(number);
                [Handler] void Own(int x) { }
            }
            """).Compiles();
        var client = run.Text("Shop.Local.Client.g.cs");
        Assert.That(client, Does.Contain("ActorHandle<global::Shop.Local>").And.Not.Contain("ActorRef<"));
        Assert.That(run.Text("Shop.Local.Dispatch.g.cs"), Does.Not.Contain("IAnswers<").And.Not.Contain("Exports("));
    }

    [Test]
    public void Nested_unions_are_handled_where_they_stand() => GeneratorRun.Of(
        """
        namespace Shop;

        public static partial class Outer
        {
            [Named, Handler]
            internal abstract partial class Job
            {
                internal sealed partial class @Event(string @class) : Job { public string @class { get; } = @class; }
                internal abstract partial class Group : Job { public sealed partial class Deep : Group { public int X { get; init; } } }
            }

            [Export(typeof(Job))]
            internal sealed partial class Worker : Actor, IJobHandler
            {
                public ValueTask Event(Context context, string @class) => default;
                public ValueTask Deep(Context context, int x) => default;
            }
        }
        """).Compiles();

    [Test]
    public void Contracts_actor_and_program_may_be_three_assemblies()
    {
        var contracts = GeneratorRun.Of(Compiling.Create("Shop.Contracts", false, [], ShoppingList, Ping)).Compiles();
        var first = Compiling.Emit(contracts.Output);
        var actors = GeneratorRun.Of(Compiling.Create("Shop.Actors", false, [first], ShoppingListActor)).Compiles();
        var program = GeneratorRun.Of(Compiling.Create(
            "Shop", true, [first, Compiling.Emit(actors.Output)],
            """
            using Shop;

            Console.WriteLine();

            static async Task Use(
                ICanCall me, ActorRef<ShoppingList> list, ActorHandle<ShoppingListActor> handle, GangRef<ShoppingList> gang, ActorRef<Ping> ping)
            {
                list.Add(me, "milk");
                bool there = await list.ExistsAsync(me, "milk");
                list.Send(me, new ShoppingList.Add("milk"));
                list.Send(me, (ShoppingList)new ShoppingList.Add("milk"));
                handle.Remove(me, "milk", null);
                handle.Send(me, new ShoppingList.Clear());
                gang.Clear(me);
                long number = await ping.PingAsync(me, 1);
                ActorRef<ShoppingList> bound = handle.Bind<ShoppingList>();
            }
            """)).Compiles();
        Assert.That(program.Hints, Is.EqualTo(["Hyperactor.Catalog.g.cs"]));
    }

    [Test]
    public async Task Analyzers_find_nothing_wrong_with_them()
    {
        var contracts = GeneratorRun.Of(Compiling.Create("Shop.Contracts", false, [], ShoppingList, Ping));
        var actors = GeneratorRun.Of(Compiling.Create("Shop.Actors", false, [Compiling.Emit(contracts.Output)], ShoppingListActor));
        Assert.That(await RuleRun.Reports(contracts.Output), Is.Empty);
        Assert.That(await RuleRun.Reports(actors.Output), Is.Empty);
        var together = GeneratorRun.Of(ShoppingList, ShoppingListActor, Ping);
        Assert.That(await RuleRun.Reports(together.Output), Is.Empty);
    }

    [Test]
    public void Tags_from_250_are_wide()
    {
        var cases = string.Join('\n', Enumerable.Range(0, 260).Select(static i => string.Create(
            CultureInfo.InvariantCulture, $"public sealed partial record C{i}(int X) : Wide;")));
        var run = GeneratorRun.Of(Compiling.Create(
            "Wide", false, [], $$"""namespace W; [Named("w.Wide")] public abstract partial record Wide { {{cases}} }""")).Compiles();
        var assembly = new AssemblyLoadContext("Wide", isCollectible: false).LoadFromStream(new MemoryStream(Compiling.Image(run.Output)));
        RuntimeHelpers.RunModuleConstructor(assembly.ManifestModule.ModuleHandle);
        Assert.That(TypeCatalog.TryFind("w.Wide", out var codec), Is.True);
        Assert.Multiple(() =>
        {
            Assert.That(codec!.PeekCase([249]), Is.EqualTo("C249"));
            Assert.That(codec.PeekCase([250, 250, 0]), Is.EqualTo("C250"));
            Assert.That(codec.PeekCase([250, 3, 1]), Is.EqualTo("C259"));
            Assert.That(codec.PeekCase([250, 4, 1]), Is.Null);
            Assert.That(
                codec.Dump(new byte[] { 250, 3, 1, 1, 7, 0, 0, 0 }, []).GetRawText(), Is.EqualTo("""{"$case":"C259","X":7}"""));
        });
    }

    [TestCase("public sealed partial record A(int X) : U;", "public sealed partial record A(int X) : U; // edited")]
    public void An_edit_that_changes_nothing_writes_nothing(string before, string after)
    {
        var text = "[Named, Handler] public abstract partial record U { " + before + "\n}";
        var first = GeneratorRun.Of(text);
        var second = GeneratorRun.Of(text.Replace(before, after, StringComparison.Ordinal));
        Assert.That(second.Hints, Is.EqualTo(first.Hints));
        Assert.That(second.Text("U.Handler.g.cs"), Is.EqualTo(first.Text("U.Handler.g.cs")));
    }
}
