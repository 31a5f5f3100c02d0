// missed: a reference is an address; nothing can be sent through it, which is found when it is tried
// Others get a reference by which nothing can be sent.
namespace Shop;

public sealed partial class Till : Actor
{
    [Handler] void Pay(decimal amount) { }
}

public static class Use
{
    public static ActorRef<Till> Publish(ActorHandle<Till> till) => till.Bind();
}
