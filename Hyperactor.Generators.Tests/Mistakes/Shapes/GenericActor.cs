// caught: HYP1005
// Clients and other processes need one type to name.
namespace Shop;

[{|HYP1005:Export|}]
public sealed partial class Cache<T> : Actor
{
    [Handler] void Clear() { }
}
