// caught: HYP5002
// The span is missing exactly where the time goes.
namespace Shop;

public static class Pricing
{
    [Instrument] public static decimal Price(string item) => item.Length;

    public static decimal[] All(string[] items) => Array.ConvertAll(items, {|HYP5002:Price|});
}
