// missed: disposed on one path counts as disposed
// If the receive throws, the port stays open.
namespace Shop;

public sealed partial class Asker(ActorHandle<Asker> other) : Actor
{
    [Handler]
    private async ValueTask<int> Ask(Context cx)
    {
        var (port, receiver) = cx.OpenPort<int>();
        other.Tell(cx, port.Bind());
        var value = await receiver.ReceiveAsync();
        receiver.Dispose();
        return value;
    }

    [Handler]
    private void Tell(Context cx, PortRef<int> to) => to.Send(cx, 1);
}
