// caught: HYP6003
// An order placed while another is cancelled: each actor waits for the other, and neither can answer.
namespace Shop;

[Export]
public sealed partial class Orders : Actor
{
    private ActorRef<Stock> _stock;
    private readonly HashSet<string> _open = [];

    [Handler] void Link(ActorRef<Stock> stock) => _stock = stock;

    [Handler]
    async ValueTask<bool> Place(Context cx, string sku)
    {
        var reserved = await _stock.{|HYP6003:ReserveAsync|}(cx, sku);
        return reserved && _open.Add(sku);
    }

    [Handler] ValueTask<bool> Cancel(string sku) => new(_open.Remove(sku));
}

[Export]
public sealed partial class Stock(ActorRef<Orders> orders) : Actor
{
    private int _left = 10;

    [Handler] ValueTask<bool> Reserve(string sku) => new(_left-- > 0);

    [Handler]
    async ValueTask Discard(Context cx, string sku)
    {
        _left--;
        await orders.CancelAsync(cx, sku);
    }
}
