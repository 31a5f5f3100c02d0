// missed: whether values form a cycle is known only when it runs
// A parent that holds its children, which hold their parent: writing it never ends.
namespace Shop;

[Named]
public sealed partial class Node
{
    public Node? Parent { get; set; }

    public List<Node> Children { get; set; } = [];
}
