// caught: HYP6001
// The thread waits for all suppliers, one of whom may need that thread to run on.
namespace Shop;

[Export]
public sealed partial class Supplier(decimal price) : Actor
{
    [Handler] ValueTask<decimal> Price() => new(price);
}

[Export]
public sealed partial class Buyer(ActorRef<Supplier>[] suppliers) : Actor
{
    [Handler]
    ValueTask<decimal> Best(Context cx)
    {
        var asked = Array.ConvertAll(suppliers, s => s.PriceAsync(cx).AsTask());
        {|HYP6001:Task.WaitAll|}(asked);
        var best = decimal.MaxValue;
        foreach (var price in asked)
        {
            best = Math.Min(best, price.Result);
        }

        return new(best);
    }
}
