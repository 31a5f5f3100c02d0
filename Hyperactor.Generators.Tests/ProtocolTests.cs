namespace Hyperactor.Generators.Tests;

public sealed class ProtocolTests
{
    internal const string ShoppingList =
        """
        namespace Shop;

        /// <summary>Keeps what to buy.</summary>
        [Named("shop.IShoppingList"), Handler]
        public partial interface IShoppingList
        {
            /// <summary>Adds <paramref name="item"/> to the list of <see cref="IShoppingList"/>.</summary>
            void Add(string item);
            ValueTask<bool> Exists(string item);
            ValueTask<string[]> List();
            ValueTask Clear(CancellationToken stopping);
        }
        """;

    internal const string ShoppingListActor =
        """
        namespace Shop;

        [Export(typeof(IShoppingList), Spawn = true)]
        public sealed partial class ShoppingListActor : Actor, IShoppingList
        {
            private readonly List<string> _items = [];
            public void Add(string item) => _items.Add(item);
            public ValueTask<bool> Exists(string item) => new(_items.Contains(item));
            public ValueTask<string[]> List() => new(_items.ToArray());
            ValueTask IShoppingList.Clear(CancellationToken stopping) { _items.Clear(); return default; }
        }
        """;

    [Test]
    public void Protocol_and_the_actor_that_exports_it() =>
        Snapshot.Verify(GeneratorRun.Of(ShoppingList, ShoppingListActor).Compiles());
}
