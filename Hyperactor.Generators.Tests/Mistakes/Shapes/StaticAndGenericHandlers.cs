// caught: HYP1002
// A static method has no actor to work on; a generic one has no message type.
namespace Shop;

[Export]
public sealed partial class Tools : Actor
{
    [Handler] static ValueTask<int> {|HYP1002:Add|}(int left, int right) => new(left + right);

    [Handler] ValueTask<string> {|HYP1002:Show|}<T>(T value) => new($"{value}");
}
