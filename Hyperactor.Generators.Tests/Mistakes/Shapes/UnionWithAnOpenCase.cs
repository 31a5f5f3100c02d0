// caught: HYP2005
// A class that derives from the case is written as the case, and what it adds is lost.
namespace Shop;

[Named("shop.payment")]
public abstract partial record Payment
{
    public sealed partial record Cash(decimal Amount) : Payment;

    public partial record {|HYP2005:Card|}(string Number) : Payment;
}
