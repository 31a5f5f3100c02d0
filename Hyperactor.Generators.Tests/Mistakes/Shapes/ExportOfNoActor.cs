// caught: HYP1005
// The base class is forgotten: nothing is generated.
namespace Shop;

[{|HYP1005:Export|}]
public sealed partial class Till
{
    [Handler] void Pay(decimal amount) { }
}
