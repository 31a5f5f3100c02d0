// caught: HYP3001
// The text is that of an actor, not of a port.
namespace Shop;

public static class Known
{
    public static readonly PortId Pay = PortId.Parse({|HYP3001:"shop[0].till[0]"|});
}
