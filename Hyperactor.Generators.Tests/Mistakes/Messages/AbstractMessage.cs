// caught: HYP2005
// The codec would have to make an abstract type.
namespace Shop;

[Named]
public abstract partial record {|HYP2005:Event|}(DateTimeOffset At);
