// caught: HYP2001, CS9248
// Attributes travel with messages.
namespace Shop;

[DeclareAttrs("shop")]
public static partial class ShopAttrs
{
    public static partial AttrKey<System.IO.Stream> {|HYP2001:Source|} { get; }
}
