using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Hyperactor.Data;

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
