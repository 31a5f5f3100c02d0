// caught: CS1929
// Only exported actors can be reached by reference, so the client is written for handles alone.
namespace Shop;

public sealed partial class Till : Actor
{
    [Handler] void Pay(decimal amount) { }
}

public static class Use
{
    public static void Pay(ActorRef<Till> till, Client me) => till.Pay(me, 5);
}
