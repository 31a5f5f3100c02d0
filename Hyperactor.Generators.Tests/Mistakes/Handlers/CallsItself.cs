// caught: HYP6002
// SelfCallException: the second handler could only begin when the first has ended.
namespace Shop;

[Export]
public sealed partial class Basket : Actor
{
    private readonly List<decimal> _prices = [];

    [Handler]
    ValueTask<decimal> Total()
    {
        var total = 0m;
        foreach (var price in _prices)
        {
            total += price;
        }

        return new(total);
    }

    [Handler]
    async ValueTask<decimal> TotalWithTax(Context cx)
    {
        var me = new ActorRef<Basket>(cx.Self);
        return await me.{|HYP6002:TotalAsync|}(cx) * 1.2m;
    }
}
