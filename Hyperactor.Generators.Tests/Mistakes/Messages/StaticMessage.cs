// caught: HYP2004
// There are no values of a static class.
namespace Shop;

[Named]
public static partial class {|HYP2004:Orders|}
{
    public static string Prefix => "order";
}
