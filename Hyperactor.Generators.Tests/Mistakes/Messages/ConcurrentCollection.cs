// caught: HYP2001
// It is shared state in the first process, and has no codec for the second.
namespace Shop;

[Named]
public sealed partial record Index(System.Collections.Concurrent.ConcurrentDictionary<string, int> {|HYP2001:Counts|});
