// caught: HYP8002
// What the lock never said can be changed next week without a word.
// lock: message shop.order
// lock:   Customer: string [required]
namespace Shop;

[Named("shop.order")]
public sealed partial record Order(string Customer, string? {|HYP8002:Note|} = null);
