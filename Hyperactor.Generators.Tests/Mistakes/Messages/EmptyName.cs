// caught: HYP2007
// An empty name is the full name: who renames the class breaks the wire without knowing.
namespace Shop;

[{|HYP2007:Named("")|}]
public sealed partial record Order(string Item);
