// caught: HYP1005
// The client classes that would be generated beside it cannot name it.
namespace Shop;

public static partial class Program
{
    [{|HYP1005:Export|}]
    private sealed partial class Helper : Actor
    {
        [Handler] void Help() { }
    }
}
