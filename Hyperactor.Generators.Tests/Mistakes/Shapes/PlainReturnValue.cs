// caught: HYP1002
// Looks like a method call; an answer has to come back over the network, so it is a ValueTask.
namespace Shop;

[Export]
public sealed partial class Stock : Actor
{
    private readonly Dictionary<string, int> _items = [];

    [Handler] int {|HYP1002:Count|}(string item) => _items.GetValueOrDefault(item);

    [Handler] bool {|HYP1002:Take|}(string item)
    {
        if (_items.GetValueOrDefault(item) == 0)
        {
            return false;
        }

        _items[item]--;
        return true;
    }
}
