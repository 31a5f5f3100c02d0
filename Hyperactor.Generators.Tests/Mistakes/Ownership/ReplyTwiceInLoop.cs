// missed: the second of two sends in a loop is not seen, because a loop may end after the first
// The other replies come back as undeliverable.
namespace Shop;

[Named]
public sealed partial record Locate(string Item, OncePortRef<int> Reply);

[Export]
public sealed partial class Shelves : Actor
{
    private readonly List<string> _shelves = [];

    [Handler]
    private void On(Context cx, Locate message)
    {
        var shelf = 0;
        do
        {
            message.Reply.Send(cx, _shelves[shelf] == message.Item ? shelf : -1);
            shelf++;
        }
        while (shelf < _shelves.Count);
    }
}
