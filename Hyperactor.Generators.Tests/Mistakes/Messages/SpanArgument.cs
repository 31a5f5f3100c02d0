// caught: HYP2001
// A span lives on the sender's stack.
namespace Shop;

[Export]
public sealed partial class Hash : Actor
{
    [Handler] void Add(ReadOnlySpan<byte> {|HYP2001:bytes|}) { }
}
