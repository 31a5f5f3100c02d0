// caught: HYP7006
// Within the process the sender can still change what the actor is looking at.
namespace Shop;

[Named]
public sealed partial class Order
{
    public string {|HYP7006:Item|} { get; set; } = "";

    public int Count { get; init; }
}
