// caught: HYP2002
// Copied with its name: bytes of one would be read as the other.
namespace Shop;

[Named("shop.order")]
public sealed partial record Order(string Item);

[Named("shop.order")]
public sealed partial record {|HYP2002:OrderLine|}(string Item, int Count);
