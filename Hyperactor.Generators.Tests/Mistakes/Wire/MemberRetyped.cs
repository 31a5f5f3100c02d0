// caught: HYP8001
// Older peers read four bytes of eight, and take the rest for the next member.
// lock: message shop.order
// lock:   Customer: string [required]
// lock:   Amount: int
namespace Shop;

[Named("shop.order")]
public sealed partial record Order(string Customer, long {|HYP8001:Amount|});
