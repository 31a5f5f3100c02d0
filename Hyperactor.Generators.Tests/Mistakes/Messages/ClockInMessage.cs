// missed: not yet
// The receiver's clock: Created is set anew when the message is read.
namespace Shop;

[Named]
public sealed partial record Order(string Item)
{
    public DateTimeOffset Created { get; } = DateTimeOffset.UtcNow;
}
