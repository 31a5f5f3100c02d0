// caught: HYP8001
// The parameters are bytes in memory; an older client sends eight of them and the handler wants twelve.
// lock: actor shop.Till [spawn]
// lock:   Pay: shop.Till.Pay [one-way castable]
// lock: bits shop.Till.Pay
// lock:   Amount: long
// lock: bits shop.Till.Spawn
namespace Shop;

[Export(Spawn = true), Named("shop.Till")]
public sealed partial class Till : Actor
{
    private long _sum;

    [Handler]
    private void Pay(long amount, int {|HYP8001:desk|}) => _sum += amount * desk;
}
