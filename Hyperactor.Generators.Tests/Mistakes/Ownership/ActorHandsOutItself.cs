// caught: HYP7008
// Whoever asks gets the actor instead of its address, and calls it from its own thread.
namespace Shop;

public sealed partial class Node : Actor
{
    private int _visits;

    public void Visit() => _visits++;

    [Handler]
    private ValueTask<Node> Me() => new({|HYP7008:this|});
}
