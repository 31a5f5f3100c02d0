// caught: HYP1012
// The actor implements the protocol and does not export it: references of the protocol's type never reach it.
namespace Shop;

[Named("shop.stock"), Handler]
public partial interface IStock
{
    ValueTask<bool> Has(string item);
}

[Export(Spawn = true)]
public sealed partial class {|HYP1012:Stock|} : Actor, IStock
{
    public ValueTask<bool> Has(string item) => new(item.Length > 0);
}
