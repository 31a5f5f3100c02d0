// caught: HYP4002, CS9248
// A setting comes from a file or a variable, so its value needs a text form.
namespace Shop;

[DeclareAttrs("shop")]
public static partial class ShopSettings
{
    [Setting(Default = "a,b")] public static partial Setting<string[]> {|HYP4002:Shops|} { get; }
}
