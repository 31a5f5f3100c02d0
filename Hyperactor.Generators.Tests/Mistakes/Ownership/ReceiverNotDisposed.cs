// caught: HYP7002
// Each message leaves one open port behind; the mailbox grows until the actor ends.
namespace Shop;

public sealed partial class Collector(ActorHandle<Source> source) : Actor
{
    [Handler]
    private async ValueTask<int> Sum(Context cx)
    {
        var (port, {|HYP7002:receiver|}) = cx.OpenPort<int>();
        source.Stream(cx, port.Bind());
        var sum = 0;
        for (var i = 0; i < 10; i++)
        {
            sum += await receiver.ReceiveAsync();
        }

        return sum;
    }
}

public sealed partial class Source : Actor
{
    [Handler]
    private void Stream(Context cx, PortRef<int> to) => to.Send(cx, 1);
}
