// missed: private state may as well be a cache, and there is no telling
// The discount is not written: at the receiver it is 0.
namespace Shop;

[Named]
public sealed partial class Order
{
    private decimal _discount;

    public decimal Price { get; set; }

    public void Discount(decimal amount) => _discount += amount;

    public decimal ToPay() => Price - _discount;
}
