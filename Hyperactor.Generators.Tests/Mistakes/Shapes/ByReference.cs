// caught: HYP1002
// A message holds values; what the handler writes would never come back.
namespace Shop;

[Export]
public sealed partial class Swap : Actor
{
    [Handler] void {|HYP1002:Exchange|}(ref int left, ref int right) => (left, right) = (right, left);

    [Handler] void {|HYP1002:Show|}(in decimal amount) { }
}
