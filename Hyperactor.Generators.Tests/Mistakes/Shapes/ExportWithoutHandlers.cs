// caught: HYP1014
// [Handler] is forgotten on every method: the actor is reachable and takes nothing.
namespace Shop;

[Export]
public sealed partial class {|HYP1014:Till|} : Actor
{
    private decimal _total;

    public void Pay(decimal amount) => _total += amount;

    public ValueTask<decimal> Total() => new(_total);
}
