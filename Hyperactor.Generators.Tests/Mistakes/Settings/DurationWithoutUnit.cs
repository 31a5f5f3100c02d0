// caught: HYP4003, CS9248
// Thirty what?
namespace Shop;

[DeclareAttrs("shop")]
public static partial class ShopSettings
{
    [{|HYP4003:Setting(Default = "30 parsecs")|}] public static partial Setting<TimeSpan> Patience { get; }
}
