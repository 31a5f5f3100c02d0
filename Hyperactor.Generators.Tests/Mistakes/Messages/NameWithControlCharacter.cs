// missed: not yet
// The name is in logs and errors, and a line end in it is nobody's intention.
namespace Shop;

[Named("shop.order\n")]
public sealed partial record Order(string Item);
