// caught: HYP2008
// The receiver's clock: Created is set anew when the message is read.
namespace Shop;

[Named]
public sealed partial record Order(string Item)
{
    public DateTimeOffset {|HYP2008:Created|} { get; } = DateTimeOffset.UtcNow;
}
