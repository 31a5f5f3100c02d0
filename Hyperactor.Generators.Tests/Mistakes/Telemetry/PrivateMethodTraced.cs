// caught: HYP5001
// An interceptor stands outside of the class and cannot reach it.
namespace Shop;

public sealed class Pricing
{
    public decimal Price(string item) => Look(item);

    [Instrument] private decimal {|HYP5001:Look|}(string item) => item.Length;
}
