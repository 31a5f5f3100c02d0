// caught: HYP1002
// There is one reply to a call; many values need a port.
namespace Shop;

[Export]
public sealed partial class Catalogue : Actor
{
    [Handler] async IAsyncEnumerable<string> {|HYP1002:Items|}()
    {
        await Task.Yield();
        yield return "tea";
    }
}
