// caught: HYP1002
// The client could not name the type of its own parameter.
namespace Shop;

[Export]
public sealed partial class Till : Actor
{
    private enum Mode { Open, Closed }

    [Handler] void {|HYP1002:Set|}(Mode mode) { }
}
