// missed: not yet
// The name is none: the type initializer throws, and takes the class with it.
namespace Shop;

public static class ShopAttrs
{
    public static readonly AttrKey<int> RetryCount = AttrKey.Define("Shop.RetryCount", 3);
}
