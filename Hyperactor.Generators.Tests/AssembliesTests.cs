using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Hyperactor.Data;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Tests;

/// <summary>Contracts, actors and a program in assemblies of their own.</summary>
public sealed class AssembliesTests
{
    private const string Contracts =
        """
        namespace Shop;
        [Named] public sealed partial record Item(string Name, PortRef<long>? Reply = null);
        [Named] public readonly partial record struct Price(decimal Value);
        [Named] public enum Color { Red }
        """;

    private const string Actors =
        """
        namespace Shop.Actors;
        [Export(typeof(IShoppingList), Spawn = true)]
        public sealed partial class ShoppingListActor(Item first) : Actor, IShoppingList
        {
            private readonly List<string> _items = [first.Name];
            public void Add(string item) => _items.Add(item);
            public ValueTask<bool> Exists(string item) => new(_items.Contains(item));
            public ValueTask<string[]> List() => new(_items.ToArray());
            public ValueTask Clear(CancellationToken stopping) { _items.Clear(); return default; }
            [Handler] void Put(Item item) { }
            [Handler] ValueTask<Dictionary<Item, Price>> Prices(Color color) => throw new Exception();
        }
        """;

    private const string Program =
        """
        using Shop;
        using Shop.Actors;
        using Hyperactor.Worlds;

        Console.WriteLine("Hyperactor");

        static async Task Use(World world, ICanCall me, ActorRef<IShoppingList> list, ActorHandle<ShoppingListActor> handle)
        {
            list.Add(me, "milk");
            bool exists = await list.ExistsAsync(me, "milk");
            handle.Put(me, new Item("x"));
            GangRef<ShoppingListActor> gang = await world.SpawnAsync<ShoppingListActor>(me, "lists", new Item("y"));
            gang.Add(me, "bread");
            await gang[0].PricesAsync(me, Color.Red);
        }
        """;

    [Test]
    public void Each_has_a_catalog_that_calls_those_below()
    {
        var contracts = GeneratorRun.Of(Compiling.Create("Shop.Contracts", false, [], Contracts, ProtocolTests.ShoppingList)).Compiles();
        var first = Compiling.Emit(contracts.Output);
        var actors = GeneratorRun.Of(Compiling.Create("Shop.Actors", false, [first], Actors)).Compiles();
        var second = Compiling.Emit(actors.Output);
        var program = GeneratorRun.Of(Compiling.Create("Shop", true, [first, second], Program)).Compiles();

        Assert.That(
            actors.Hints,
            Is.EquivalentTo([
                "Hyperactor.Catalog.g.cs", "Shop.Actors.ShoppingListActor.Messages.g.cs",
                "Shop.Actors.ShoppingListActor.Dispatch.g.cs", "Shop.Actors.ShoppingListActor.Client.g.cs"]));
        Assert.That(
            actors.Text("Hyperactor.Catalog.g.cs"),
            Does.Contain("global::Hyperactor.Generated.Shop_ContractsCatalog.Register();")
                .And.Contain("\"Dictionary<Shop.Item, Shop.Price>\"")
                .And.Not.Contain("new global::Shop.IShoppingList.AddMessage"));
        Assert.That(program.Hints, Is.EqualTo(["Hyperactor.Catalog.g.cs"]));
        Snapshot.Verify(program);
    }

    [Test]
    public void Starting_the_program_registers_what_it_never_touches()
    {
        var contracts = GeneratorRun.Of(Compiling.Create("Shop.Contracts", false, [], Contracts, ProtocolTests.ShoppingList));
        var first = Compiling.Emit(contracts.Output);
        var actors = GeneratorRun.Of(Compiling.Create("Shop.Actors", false, [first], Actors));
        var program = GeneratorRun.Of(
            Compiling.Create("Shop", true, [first, Compiling.Emit(actors.Output)], "Console.WriteLine();"));

        var context = new AssemblyLoadContext("Shop", isCollectible: false);
        foreach (var compilation in new[] { contracts.Output, actors.Output })
        {
            context.LoadFromStream(new MemoryStream(Compiling.Image(compilation)));
        }

        var entry = context.LoadFromStream(new MemoryStream(Compiling.Image(program.Output)));
        RuntimeHelpers.RunModuleConstructor(entry.ManifestModule.ModuleHandle);
        RuntimeHelpers.RunModuleConstructor(entry.ManifestModule.ModuleHandle);
        foreach (var uri in new[] { "shop.IShoppingList.Add", "Shop.Item", "Shop.Color", "Dictionary<Shop.Item, Shop.Price>" })
        {
            Assert.That(TypeCatalog.TryFind(TypeHash.Of(uri), out var codec), Is.True, uri);
            Assert.That(codec!.TypeUri, Is.EqualTo(uri));
        }
    }

    private const string Front =
        """
        namespace Front;
        using Four;
        [Alias(typeof(IShoppingList), typeof(Item))] public partial interface IShop;
        [Named] public readonly partial struct Last<T> : IReducer<T> { public static T Combine(T earlier, T later) => later; }
        """;

    private const string Clerk =
        """
        namespace Clerks;
        using Four;
        [Export(typeof(IShoppingList))]
        public abstract partial class Base : Actor, IShoppingList
        {
            protected readonly List<string> Items = [];
            public void Add(string item) => Items.Add(item);
            public ValueTask<bool> Exists(string item) => new(Items.Contains(item));
            public ValueTask<string[]> List() => new(Items.ToArray());
            public ValueTask Clear(CancellationToken stopping) { Items.Clear(); return default; }
            [Handler] protected virtual ValueTask<string> Name() => new("base");
        }
        """;

    private const string Derived =
        """
        using Clerks;
        using Front;
        using Four;

        [assembly: RegisterType(typeof(Last<string>))]

        namespace Programs;

        [Export(Spawn = true)]
        public sealed partial class Clerk : Clerks.Base
        {
            [Handler] void On(Item item) => Items.Add(item.Name);
            protected override ValueTask<string> Name() => new("clerk");
        }

        public static class Run
        {
            public static async Task<string> It()
            {
                await using var proc = Proc.Local();
                await using var client = proc.Attach("client");
                var handle = proc.Spawn("clerk", new Clerk());
                ActorRef<IShop> shop = handle.Bind<IShop>();
                shop.Add(client, "milk");
                shop.Item(client, new Item("bread"));
                handle.Bind<IShoppingList>().Add(client, "wine");
                handle.Add(client, "beer");
                return string.Join(' ', await shop.ListAsync(client)) + " " + await handle.Bind<Clerks.Base>().NameAsync(client);
            }
        }
        """;

    [Test]
    public async Task Contracts_front_base_and_program_are_four_assemblies_that_run()
    {
        var contracts = GeneratorRun.Of(Compiling.Create(
            "Four.Contracts", false, [], [.. new[] { Contracts, ProtocolTests.ShoppingList }.Select(static s =>
                s.Replace("namespace Shop", "namespace Four", StringComparison.Ordinal).Replace("shop.", "four.", StringComparison.Ordinal))])).Compiles();
        var first = Compiling.Emit(contracts.Output);
        var front = GeneratorRun.Of(Compiling.Create("Four.Front", false, [first], Front)).Compiles();
        var clerk = GeneratorRun.Of(Compiling.Create("Four.Clerks", false, [first], Clerk)).Compiles();
        MetadataReference[] all = [first, Compiling.Emit(front.Output), Compiling.Emit(clerk.Output)];
        var program = GeneratorRun.Of(Compiling.Create("Four.Program", false, all, Derived)).Compiles();
        foreach (var run in new[] { contracts, front, clerk, program })
        {
            Assert.That(await RuleRun.Reports(run.Output), Is.Empty);
        }

        var context = new AssemblyLoadContext("Four", isCollectible: false);
        foreach (var run in new[] { contracts, front, clerk })
        {
            context.LoadFromStream(new MemoryStream(Compiling.Image(run.Output)));
        }

        var entry = context.LoadFromStream(new MemoryStream(Compiling.Image(program.Output)));
        var result = (Task<string>)entry.GetType("Programs.Run")!.GetMethod("It")!.Invoke(null, null)!;
        Assert.That(await result.WaitAsync(TimeSpan.FromSeconds(30)), Is.EqualTo("milk bread wine beer clerk"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Internals_of_contracts_are_used_only_by_their_friends(bool areFriends)
    {
        var contracts = GeneratorRun.Of(Compiling.Create(
            "Inner", false, [],
            (areFriends ? "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Outer\")]" : "") +
            """
            namespace Inner;
            [Named] internal sealed partial record Secret(string Text);
            [Handler] internal partial interface ISecrets { void Keep(string text); }
            [Alias(typeof(Secret), typeof(ISecrets))] internal partial interface IFront;
            """)).Compiles();
        var actors = GeneratorRun.Of(Compiling.Create(
            "Outer", false, [Compiling.Emit(contracts.Output)],
            """
            namespace Outer;
            using Inner;
            [Export(typeof(ISecrets))] public sealed partial class Keeper : Actor, ISecrets
            {
                void ISecrets.Keep(string text) { }
                [Handler] void On(Secret secret) { }
            }
            internal static class Use
            {
                public static void It(ActorHandle<Keeper> keeper, ICanSend me) => keeper.Bind<IFront>().Secret(me, new Secret("x"));
            }
            """));
        if (areFriends)
        {
            actors.Compiles();
            Assert.That(await RuleRun.Reports(actors.Output), Is.Empty);
        }
        else
        {
            Assert.That(actors.Output.GetDiagnostics().Select(static d => d.Id), Does.Contain("CS0122"));
        }
    }

    [Test]
    public async Task Analyzers_find_nothing_wrong_with_them()
    {
        var contracts = GeneratorRun.Of(Compiling.Create("Shop.Contracts", false, [], Contracts, ProtocolTests.ShoppingList));
        var actors = GeneratorRun.Of(Compiling.Create("Shop.Actors", false, [Compiling.Emit(contracts.Output)], Actors));
        Assert.That(await RuleRun.Reports(contracts.Output), Is.Empty);
        Assert.That(await RuleRun.Reports(actors.Output), Is.Empty);
    }

    [Test]
    public void A_message_of_another_assembly_may_be_cast_if_its_ports_are_included()
    {
        var contracts = GeneratorRun.Of(Compiling.Create(
            "C", false, [],
            "namespace C; [Named, Bind, Unbind] public partial record Step([Include] PortRef<long> Reply, string Text);")).Compiles();
        var actors = GeneratorRun.Of(Compiling.Create(
            "A", false, [Compiling.Emit(contracts.Output)],
            "namespace A; [Export] public partial class T : Actor { [Handler(Cast = true)] void On(C.Step s) { } }")).Compiles();
        Assert.That(actors.Text("A.T.Client.g.cs"), Does.Contain("GangRef<global::A.T> gang"));
    }

    [Test]
    public void A_library_without_anything_of_its_own_gets_no_catalog()
    {
        var contracts = GeneratorRun.Of(Compiling.Create("Shop.Contracts", false, [], Contracts));
        var library = GeneratorRun.Of(Compiling.Create("Library", false, [Compiling.Emit(contracts.Output)], "class C;"));
        Assert.That(library.Hints, Is.Empty);
    }

    [Test]
    public void A_program_without_references_gets_no_catalog() =>
        Assert.That(GeneratorRun.Of(Compiling.Create("P", true, [], "Console.WriteLine();")).Hints, Is.Empty);

    [Test]
    public void A_compilation_without_the_framework_is_left_alone()
    {
        var compilation = Compiling.Library("class C;").WithReferences(Compiling.References.RemoveAt(Compiling.References.Length - 1));
        Assert.That(GeneratorRun.Of(compilation).Hints, Is.Empty);
    }
}
