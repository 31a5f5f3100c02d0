// caught: HYP2001
// Who reads the bytes would not know which class to make.
namespace Shop;

public interface IDiscount
{
    decimal Of(decimal price);
}

[Named]
public sealed partial record Order(string Customer, IDiscount {|HYP2001:Discount|}, List<IDiscount> {|HYP2001:More|});
