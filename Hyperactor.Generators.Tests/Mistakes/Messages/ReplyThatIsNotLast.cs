// caught: HYP1007
// The client could not tell the reply from what is asked.
namespace Shop;

[Named("shop.stock"), Handler]
public abstract partial record Stock
{
    public sealed partial record Take(string Item, int Count) : Stock;

    public sealed partial record CountOf([Reply] OncePortRef<int> {|HYP1007:Count|}, string Item) : Stock;
}
