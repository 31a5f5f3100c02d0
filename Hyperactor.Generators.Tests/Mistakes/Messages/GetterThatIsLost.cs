// caught: HYP2008
// Lines is filled by the sender and empty at the receiver: there is nothing to set it by.
namespace Shop;

[Named]
public sealed partial class Order
{
    public string Item { get; set; } = "";

    public List<string> {|HYP2008:Lines|} { get; } = [];
}
