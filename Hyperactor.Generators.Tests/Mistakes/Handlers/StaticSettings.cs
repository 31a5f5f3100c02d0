// caught: HYP6008
// Another actor changes the discount while this one reckons with it.
namespace Shop;

public static class Settings
{
    public static decimal Discount { get; set; }
}

[Export]
public sealed partial class Reckoner : Actor
{
    [Handler] ValueTask<decimal> Reckon(decimal price) => new(price - {|HYP6008:Settings.Discount|});
}
