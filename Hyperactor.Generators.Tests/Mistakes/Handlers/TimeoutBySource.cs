// caught: HYP6004
// The limit runs by the system's clock, whatever clock the proc was given.
namespace Shop;

[Export]
public sealed partial class Pricing : Actor
{
    [Handler] ValueTask<decimal> Price(string sku) => new(sku.Length);
}

[Export]
public sealed partial class Front(ActorRef<Pricing> pricing) : Actor
{
    [Handler]
    async ValueTask<decimal> Show(Context cx, string sku)
    {
        using var limit = new {|HYP6004:CancellationTokenSource|}(TimeSpan.FromSeconds(2));
        return await pricing.PriceAsync(cx, sku, limit.Token);
    }
}
