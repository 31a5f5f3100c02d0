// caught: HYP2006
// Half of the pair: nothing is taken out of the body, so there is nothing to put back.
namespace Shop;

[Named, {|HYP2006:Bind|}]
public sealed partial record Step(int Epoch, PortRef<double> Reply);
