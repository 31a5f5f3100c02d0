// caught: HYP4002, CS9248
// A key is a name, not a value.
namespace Shop;

[DeclareAttrs("shop")]
public static partial class ShopAttrs
{
    public static partial AttrKey<int> {|HYP4002:RetryCount|} { get; set; }
}
