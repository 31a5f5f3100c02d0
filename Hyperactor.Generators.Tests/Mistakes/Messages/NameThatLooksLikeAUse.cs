// caught: HYP2007
// The name is that of a use of a generic message, Pair of int, which has the same number.
namespace Shop;

[{|HYP2007:Named("shop.pair<int>")|}]
public sealed partial record Order(string Item);
