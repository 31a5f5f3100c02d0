// caught: HYP2004
// The codec would have to make an abstract type.
namespace Shop;

[Named]
public abstract partial record {|HYP2004:Event|}(DateTimeOffset At);
