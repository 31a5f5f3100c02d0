// caught: HYP8001
// Sorting the names of an enum gives each another number: a large shirt is delivered small.
// lock: enum shop.size: int
// lock:   Small = 0
// lock:   Large = 1
namespace Shop;

[Named("shop.size")]
public enum Size
{
    {|HYP8001:Large|},
    {|HYP8001:Small|},
}
