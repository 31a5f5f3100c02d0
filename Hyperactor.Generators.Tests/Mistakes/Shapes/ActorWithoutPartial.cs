// caught: HYP1001
// Nothing is generated: no client, no dispatch, and no message would ever reach the actor.
namespace Shop;

[Export(Spawn = true)]
public sealed class {|HYP1001:Till|} : Actor
{
    private decimal _total;

    [Handler] void Pay(decimal amount) => _total += amount;

    [Handler] ValueTask<decimal> Total() => new(_total);
}
