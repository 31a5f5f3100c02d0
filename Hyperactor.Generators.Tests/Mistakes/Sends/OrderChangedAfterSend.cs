// caught: HYP7005
// The order is booked as shipped, or not, depending on who is faster.
namespace Shop;

public sealed class Order
{
    public string Item { get; set; } = "";

    public bool IsShipped { get; set; }
}

public sealed partial class Books : Actor
{
    [Handler]
    private void Enter(Order order) => Console.WriteLine($"{order.Item} {order.IsShipped}");
}

public sealed partial class Warehouse(ActorHandle<Books> books) : Actor
{
    [Handler]
    private void Ship(Context cx, string item)
    {
        var order = new Order { Item = item };
        books.Enter(cx, {|HYP7005:order|});
        order.IsShipped = true;
    }
}
