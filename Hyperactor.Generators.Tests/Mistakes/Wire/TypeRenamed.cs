// caught: HYP8001, HYP8002
// A type without a name of its own is named by its class; renaming the class renames it for all peers.
// lock: message Shop.Order
// lock:   Customer: string [required]
namespace Shop;

[Named]
public sealed partial record {|HYP8002:Purchase|}(string Customer);
