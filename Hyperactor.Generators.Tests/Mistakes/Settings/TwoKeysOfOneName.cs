// caught: HYP4004
// Two meanings under one name; the second registration is refused when the program starts.
namespace Shop;

[DeclareAttrs("shop")]
public static partial class ShopAttrs
{
    public static partial AttrKey<int> RetryCount { get; }

    [Attr(Name = "shop.retry_count")] public static partial AttrKey<long> {|HYP4004:Retries|} { get; }
}
