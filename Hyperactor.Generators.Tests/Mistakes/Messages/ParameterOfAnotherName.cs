// caught: HYP2004
// The codec cannot know that id becomes Identifier.
namespace Shop;

[Named]
public sealed partial class {|HYP2004:Order|}
{
    public Order(string id) => Identifier = id;

    public string Identifier { get; }
}
