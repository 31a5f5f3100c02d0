// caught: HYP1013
// A property is no message: no client has it, and the implementation is never called.
namespace Shop;

[Named("shop.stock"), Handler]
public partial interface IStock
{
    int {|HYP1013:Count|} { get; }

    ValueTask<bool> Has(string item);
}
