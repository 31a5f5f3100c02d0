// caught: HYP2001
// Item has no codec: it is somebody's ordinary class.
namespace Shop;

public sealed class Item
{
    public string Name { get; set; } = "";
}

[Named]
public sealed partial record Order(Item {|HYP2001:Item|}, int Count);
