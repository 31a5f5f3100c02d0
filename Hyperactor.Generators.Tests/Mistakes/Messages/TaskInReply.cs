// caught: HYP2001
// The wait is the call's; a task cannot be the value.
namespace Shop;

[Export]
public sealed partial class Stock : Actor
{
    [Handler] ValueTask<Task<int>> {|HYP2001:Count|}() => new(Task.FromResult(1));
}
