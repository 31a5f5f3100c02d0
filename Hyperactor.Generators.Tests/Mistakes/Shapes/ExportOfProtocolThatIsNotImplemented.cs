// caught: HYP1005
// The actor promises a protocol that it does not implement.
namespace Shop;

[Named("shop.stock"), Handler]
public partial interface IStock
{
    ValueTask<bool> Has(string item);
}

[{|HYP1005:Export(typeof(IStock))|}]
public sealed partial class Stock : Actor
{
    public ValueTask<bool> Has(string item) => new(item.Length > 0);
}
