// caught: HYP6008
// All actors of the process count with it at once, without a lock; counts get lost.
namespace Shop;

[Export]
public sealed partial class Tickets : Actor
{
    private static int {|HYP6008:Last|};

    [Handler] ValueTask<int> Next() => new(++Last);
}
