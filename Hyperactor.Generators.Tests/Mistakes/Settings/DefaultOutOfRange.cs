// caught: HYP4003, CS9248
// The default is not allowed by its own range, so no process could start.
namespace Shop;

[DeclareAttrs("shop")]
public static partial class ShopSettings
{
    [{|HYP4003:Setting(Default = "90s", Maximum = "1m")|}] public static partial Setting<TimeSpan> Patience { get; }
}
