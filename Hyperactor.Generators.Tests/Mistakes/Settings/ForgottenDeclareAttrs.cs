// caught: HYP4002, CS9248
// Nothing implements the property.
namespace Shop;

public static partial class ShopAttrs
{
    [Attr(Default = 3)] public static partial AttrKey<int> {|HYP4002:RetryCount|} { get; }
}
