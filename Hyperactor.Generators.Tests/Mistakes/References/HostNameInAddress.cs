// caught: HYP3001
// An address holds numbers; a name has to be resolved first.
namespace Shop;

public static class Known
{
    public static readonly ChannelAddress Hub = ChannelAddress.Parse("tcp:{|HYP3001:l|}ocalhost:4000");
}
