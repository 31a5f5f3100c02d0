// missed: the name is only known when it runs
// Names of actors made of user input throw as soon as one holds a hyphen.
namespace Shop;

public sealed partial class Till : Actor
{
    [Handler] void Open() { }
}

public static class Use
{
    public static ActorHandle<Till> Start(Proc proc, string customer) => proc.Spawn(customer, new Till());
}
