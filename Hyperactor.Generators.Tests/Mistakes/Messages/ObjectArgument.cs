// caught: HYP2001
// Anything could be in it, and the receiver would have to guess.
namespace Shop;

[Export]
public sealed partial class Journal : Actor
{
    [Handler] void Write(string what, object {|HYP2001:value|}) { }
}
