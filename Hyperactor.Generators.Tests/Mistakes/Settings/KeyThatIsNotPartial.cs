// caught: HYP4002
// [Attr] says something about a property that the generator implements.
namespace Shop;

[DeclareAttrs("shop")]
public static partial class ShopAttrs
{
    [Attr(Default = 3)] public static AttrKey<int> {|HYP4002:RetryCount|} { get; } = AttrKey.Define("shop.retry_count", 3);
}
