// caught: HYP6005
// Each run of a test shuffles otherwise; the one that fails cannot be had again.
namespace Shop;

[Export]
public sealed partial class Dealer : Actor
{
    private readonly Random _random = {|HYP6005:new|}();
    private readonly int[] _cards = new int[52];

    [Handler]
    void Shuffle() => _random.Shuffle(_cards);
}
