// caught: CS0311, HYP1010
// It does not compile; the compiler speaks of a constraint.
namespace Shop;

[Named]
public sealed partial record Reset(int To);

[Export]
public sealed partial class Counter : Actor
{
    private long _value;

    [Handler]
    private void Add(long amount) => _value += amount;
}

public static class Use
{
    public static void Run(Client client, ActorRef<Counter> counter) => counter.{|HYP1010:Send|}(client, new Reset(0));
}
