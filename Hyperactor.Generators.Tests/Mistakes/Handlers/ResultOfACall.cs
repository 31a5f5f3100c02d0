// caught: HYP6001
// The actor handles nothing, and a thread of the pool stands still, until the warehouse replies.
namespace Shop;

[Export]
public sealed partial class Warehouse : Actor
{
    private readonly Dictionary<string, int> _stock = [];

    [Handler] ValueTask<int> Count(string sku) => new(_stock.GetValueOrDefault(sku));
}

[Export]
public sealed partial class Catalogue(ActorRef<Warehouse> warehouse) : Actor
{
    [Handler] ValueTask<bool> IsAvailable(Context cx, string sku)
    {
        var count = warehouse.CountAsync(cx, sku).AsTask().{|HYP6001:Result|};
        return new(count > 0);
    }
}
