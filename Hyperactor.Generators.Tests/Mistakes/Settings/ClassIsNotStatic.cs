// caught: HYP4001, CS9248
// Keys belong to no object.
namespace Shop;

[DeclareAttrs("shop")]
public sealed partial class {|HYP4001:ShopAttrs|}
{
    public static partial AttrKey<int> RetryCount { get; }
}
