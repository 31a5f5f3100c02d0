// caught: HYP3001
// Where should be dialled? Parse throws.
namespace Shop;

public static class Known
{
    public static readonly ChannelAddress Hub = ChannelAddress.Parse("tcp:127.0.0.1{|HYP3001:"|});
}
