// caught: HYP1001
// The actor is partial, but the class around it is not, so no part of it can be generated.
namespace Shop;

public static class {|HYP1001:Actors|}
{
    [Export]
    public sealed partial class Till : Actor
    {
        [Handler] void Open() { }
    }
}
