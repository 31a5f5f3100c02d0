// caught: HYP2009
// Relays find a reducer by its name; this one has none, and the call throws.
namespace Shop;

public readonly struct Largest : IReducer<long>
{
    public static long Combine(long left, long right) => Math.Max(left, right);
}

[Export]
public sealed partial class Till : Actor
{
    [Handler] ValueTask<long> Total() => new(1);
}

public static class Use
{
    public static async Task<long> Best(GangRef<Till> tills, Client me) =>
        (await tills.TotalAsync<{|HYP2009:Largest|}>(me)).Value;
}
