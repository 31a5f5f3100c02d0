// caught: HYP7009
// The query runs when the caller enumerates it, on its own thread.
namespace Shop;

public sealed partial class Stock : Actor
{
    private readonly List<int> _amounts = [];

    [Handler]
    private void Add(int amount) => _amounts.Add(amount);

    [Handler]
    private ValueTask<IEnumerable<int>> Low() => new(System.Linq.Enumerable.Where({|HYP7009:_amounts|}, static a => a < 3));
}
