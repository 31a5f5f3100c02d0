// caught: HYP4003, CS9248
// The default is a text and the value is a number.
namespace Shop;

[DeclareAttrs("shop")]
public static partial class ShopAttrs
{
    [{|HYP4003:Attr(Default = "3")|}] public static partial AttrKey<int> RetryCount { get; }
}
