// caught: HYP1001
// The codec is another part of the type.
namespace Shop;

[Named]
public sealed record {|HYP1001:Order|}(string Item, int Count);
