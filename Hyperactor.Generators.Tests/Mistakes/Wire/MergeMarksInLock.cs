// caught: HYP8003
// A merge left its marks in the lock, which then guards nothing.
// lock: <<<<<<< HEAD
// lock: message shop.order
namespace Shop;

[Named("shop.order")]
public sealed partial record Order(string Customer);
