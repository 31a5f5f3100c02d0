// caught: HYP1009
// The orders would come back one by one, each to whoever sent it.
namespace Shop;

[Named]
public sealed partial record Order(string Item);

[Named]
public sealed partial record Cancel(string Item);

[Named("shop.orders"), Alias(typeof(Order), typeof(Cancel))]
public partial interface IOrders;

[Export]
public sealed partial class Desk : Actor
{
    private readonly HashSet<string> _open = [];

    [Handler]
    private void On(Order order) => _open.Add(order.Item);
}

public static class Program
{
    public static ActorRef<IOrders> Open(Proc proc) => proc.Spawn("desk", new Desk()).{|HYP1009:Bind<IOrders>|}();
}
