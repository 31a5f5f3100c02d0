// caught: HYP7006
// The list of the message is the list of the sender.
namespace Shop;

[Named]
public sealed partial record Basket(List<string> {|HYP7006:Items|});
