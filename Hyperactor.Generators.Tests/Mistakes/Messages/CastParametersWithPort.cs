// caught: HYP2003
// The port of a cast must travel in the port table.
namespace Shop;

[Export]
public sealed partial class Trainer : Actor
{
    [Handler(Cast = true)] void Step(int epoch, PortRef<double> {|HYP2003:reply|}) { }
}
