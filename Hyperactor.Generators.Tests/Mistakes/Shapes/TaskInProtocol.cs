// caught: HYP1002
// The protocol would lack the methods, and so would every client of it.
namespace Shop;

[Named("shop.stock"), Handler]
public partial interface IStock
{
    Task<bool> {|HYP1002:Has|}(string item);

    ValueTask Put(string item);
}
