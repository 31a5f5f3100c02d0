// caught: HYP2007
// The name is in logs and errors, and a line end in it is nobody's intention.
namespace Shop;

[{|HYP2007:Named("shop.order\n")|}]
public sealed partial record Order(string Item);
