// caught: HYP7010
// Whoever has the object can change the limit in the middle of a handler.
namespace Shop;

public sealed partial class Throttle : Actor
{
    public int {|HYP7010:Limit|} { get; set; } = 10;

    [Handler]
    private ValueTask<bool> May(int count) => new(count <= Limit);
}
