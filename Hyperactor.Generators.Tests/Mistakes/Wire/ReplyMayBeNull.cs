// missed: the lock does not record whether a reply may be null
// Older callers take the reply for a text, and fail far from here.
// lock: actor shop.Till
// lock:   Name: shop.Till.Name [call castable] -> string
// lock: bits shop.Till.Name
namespace Shop;

[Export, Named("shop.Till")]
public sealed partial class Till : Actor
{
    [Handler]
    private ValueTask<string?> Name() => new((string?)null);
}
