// caught: HYP6003
// The caller waits for the reply, so it cannot answer the question about it.
namespace Shop;

[Export]
public sealed partial class Customer(ActorRef<Broker> broker, string address) : Actor
{
    [Handler] ValueTask<string> Address() => new(address);

    [Handler] async ValueTask<string> Buy(Context cx, string what) => await broker.{|HYP6003:OrderAsync|}(cx, what);
}

[Export]
public sealed partial class Broker : Actor
{
    [Handler]
    async ValueTask<string> Order(Context cx, string what)
    {
        var customer = new ActorRef<Customer>(cx.Sender);
        return $"{what} to {await customer.AddressAsync(cx)}";
    }
}
