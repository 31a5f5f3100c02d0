// caught: HYP8001
// Members are read by place, so older peers take the new text for the customer.
// lock: message shop.order
// lock:   Customer: string [required]
// lock:   Note: string [optional]
namespace Shop;

[Named("shop.order")]
public sealed partial record Order(string? {|HYP8001:Title|}, string Customer, string? Note);
