// caught: HYP1002
// The habit of every other framework: the loop takes ValueTask, and these would be no handlers.
namespace Shop;

[Export]
public sealed partial class Till : Actor
{
    private decimal _total;

    [Handler] async Task {|HYP1002:CloseAsync|}(string reason) => await Task.Yield();

    [Handler] Task<decimal> {|HYP1002:TotalAsync|}() => Task.FromResult(_total);

    [Handler] void Pay(decimal amount) => _total += amount;
}
