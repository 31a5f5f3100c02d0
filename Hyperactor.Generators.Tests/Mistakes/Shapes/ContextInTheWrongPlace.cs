// caught: HYP1002
// The context is no part of the message, so its place is fixed: first.
namespace Shop;

[Export]
public sealed partial class Till : Actor
{
    [Handler] void {|HYP1002:Pay|}(decimal amount, Context cx) => cx.Record($"paid {amount}");

    [Handler] ValueTask {|HYP1002:Close|}(CancellationToken stopping, string reason) => default;
}
