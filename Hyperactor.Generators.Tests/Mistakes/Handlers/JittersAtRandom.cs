// caught: HYP6005
// No seed repeats the run in which the two retries met.
namespace Shop;

[Export]
public sealed partial class Poller : Actor
{
    private TimeSpan _next;

    [Handler] void Plan() => _next = TimeSpan.FromMilliseconds(100 + {|HYP6005:Random.Shared|}.Next(50));
}
