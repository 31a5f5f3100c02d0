// caught: HYP2001
// Code does not travel.
namespace Shop;

[Export]
public sealed partial class Stock : Actor
{
    [Handler] ValueTask<int> Count(Func<string, bool> {|HYP2001:where|}) => new(0);
}
