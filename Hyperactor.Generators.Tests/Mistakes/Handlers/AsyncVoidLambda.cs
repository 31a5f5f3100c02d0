// caught: HYP6007, HYP7001
// The handler ends before one item was stored, and an exception ends the process.
namespace Shop;

[Export]
public sealed partial class Shelf : Actor
{
    [Handler] ValueTask Put(string item) => item.Length > 0 ? default : throw new CallFaultException("nothing to put");
}

[Export]
public sealed partial class Mover(ActorRef<Shelf> shelf) : Actor
{
    [Handler]
    void Move(Context cx, List<string> items) => items.ForEach({|HYP6007:async|} item => await shelf.PutAsync({|HYP7001:cx|}, item));
}
