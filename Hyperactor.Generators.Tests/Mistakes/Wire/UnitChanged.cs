// missed: the type and the name are what they were; only people know what a number means
// The amount was in euros and is in cents; older peers pay a hundred times too much.
// lock: message shop.order
// lock:   Customer: string [required]
// lock:   Amount: long
namespace Shop;

[Named("shop.order")]
public sealed partial record Order(
    string Customer,
    long Amount /* in cents */);
