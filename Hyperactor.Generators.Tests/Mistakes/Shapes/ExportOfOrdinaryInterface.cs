// caught: HYP1005
// The interface lacks [Handler], so it has no messages.
namespace Shop;

public interface IStock
{
    ValueTask<bool> Has(string item);
}

[{|HYP1005:Export(typeof(IStock))|}]
public sealed partial class Stock : Actor, IStock
{
    public ValueTask<bool> Has(string item) => new(item.Length > 0);
}
