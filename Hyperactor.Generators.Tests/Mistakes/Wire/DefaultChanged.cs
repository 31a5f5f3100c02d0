// missed: the lock records that there is a default, not its value
// Orders of senders that are older than the member are tried three times, not once.
// lock: message shop.order
// lock:   Customer: string [required]
// lock:   Tries: int [default]
namespace Shop;

[Named("shop.order")]
public sealed partial record Order(string Customer, int Tries = 3);
