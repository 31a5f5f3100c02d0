// caught: HYP2003
// The mark on the member does nothing unless the type is bound.
namespace Shop;

[Named]
public sealed partial record Step(int Epoch, [Include] PortRef<double> {|HYP2003:Reply|});
