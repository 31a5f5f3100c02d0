// caught: HYP2001
// Who reads the bytes would not know which class to make.
namespace Shop;

[Named]
public sealed partial record Order(IEnumerable<string> {|HYP2001:Items|}, ICollection<int> {|HYP2001:Counts|});
