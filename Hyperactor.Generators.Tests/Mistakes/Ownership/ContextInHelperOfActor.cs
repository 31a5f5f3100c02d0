// caught: HYP7001
// The helper lives as long as the actor and sends through the context of the first message.
namespace Shop;

public sealed class Notifier(Context cx, ActorHandle<Shelf> shelf)
{
    public void Notify(string item) => shelf.Place(cx, item);
}

public sealed partial class Shelf(ActorHandle<Shelf> next) : Actor
{
    private Notifier? _notifier;

    [Handler]
    private void Place(Context cx, string item)
    {
        _notifier ??= new Notifier({|HYP7001:cx|}, next);
        _notifier.Notify(item);
    }
}
