// caught: HYP1005
// A handler in a helper class is never called.
namespace Shop;

public sealed partial class TillLogic
{
    [Handler] public void {|HYP1005:Pay|}(decimal amount) { }
}
