// caught: HYP3001
// The name is none: the type initializer throws, and takes the class with it.
namespace Shop;

public static class ShopAttrs
{
    public static readonly AttrKey<int> RetryCount = AttrKey.Define({|HYP3001:"Shop.RetryCount"|}, 3);
}
