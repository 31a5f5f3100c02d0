// caught: HYP5001
// A local function has no name outside of its method.
namespace Shop;

public static class Pricing
{
    public static decimal Price(string item)
    {
        return Look(item);

        [Instrument] static decimal {|HYP5001:Look|}(string item) => item.Length;
    }
}
