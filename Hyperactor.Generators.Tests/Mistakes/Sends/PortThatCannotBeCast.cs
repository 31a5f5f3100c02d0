// caught: CS1929, HYP1010
// It does not compile; relays would have to rewrite the port.
namespace Shop;

[Export(Spawn = true)]
public sealed partial class Member : Actor
{
    [Handler]
    private void Report(Context cx, PortRef<int> to) => to.Send(cx, 1);
}

public static class Use
{
    public static void Run(Client client, GangRef<Member> gang, PortRef<int> port) => gang.{|HYP1010:Report|}(client, port);
}
