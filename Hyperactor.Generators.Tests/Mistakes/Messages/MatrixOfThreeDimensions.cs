// caught: HYP2001
// The layout of such an array is the machine's own.
namespace Shop;

[Named]
public sealed partial record Weights(float[,,] {|HYP2001:Values|});
