// caught: HYP2003
// Every rank would answer the sender directly: a thousand replies instead of one.
namespace Shop;

[Named]
public sealed partial record Step(int Epoch, PortRef<double> Reply);

[Export]
public sealed partial class Trainer : Actor
{
    [Handler(Cast = true)] void On(Step {|HYP2003:step|}) { }
}
