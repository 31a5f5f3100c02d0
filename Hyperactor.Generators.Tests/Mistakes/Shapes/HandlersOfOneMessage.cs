// caught: HYP1003
// Which of the two should run? A message has one handler.
namespace Shop;

[Named] public sealed partial record Order(string Item, int Count);

[Export]
public sealed partial class Till : Actor
{
    [Handler] void On(Order order) { }

    [Handler] void {|HYP1003:Log|}(Order order) { }
}
