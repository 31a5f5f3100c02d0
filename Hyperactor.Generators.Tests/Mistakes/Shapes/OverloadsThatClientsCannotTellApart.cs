// caught: HYP1003
// Both make a message PayMessage.
namespace Shop;

[Export]
public sealed partial class Till : Actor
{
    [Handler] void Pay(decimal amount) { }

    [Handler] void {|HYP1003:Pay|}(decimal amount, string card) { }
}
