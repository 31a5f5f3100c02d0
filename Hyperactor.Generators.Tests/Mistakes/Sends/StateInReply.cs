// caught: HYP7009
// The caller enumerates the list while the next handler adds to it: the collection was modified.
namespace Shop;

public sealed partial class Cart : Actor
{
    private readonly List<string> _items = [];

    [Handler]
    private void Add(string item) => _items.Add(item);

    [Handler]
    private ValueTask<List<string>> List() => new({|HYP7009:_items|});
}
