// caught: HYP3001
// A local name holds no white space: Local throws.
namespace Shop;

public static class Known
{
    public static readonly ChannelAddress Hub = ChannelAddress.Local("main{|HYP3001: |}hub");
}
