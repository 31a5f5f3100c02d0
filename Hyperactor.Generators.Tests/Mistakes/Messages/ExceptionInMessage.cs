// caught: HYP2001
// An exception holds stack frames and objects of its process.
namespace Shop;

[Named]
public sealed partial record Failed(string What, Exception {|HYP2001:Why|});
