// missed: a name given to Define is any expression, and only [DeclareAttrs] is checked
// Two keys of one name and two types: the values of one are unknown to the other.
namespace Shop;

public static class ShopAttrs
{
    public static readonly AttrKey<int> RetryCount = AttrKey.Define("shop.retry_count", 3);

    public static readonly AttrKey<string> Retries = AttrKey.Define<string>("shop.retry_count");
}
