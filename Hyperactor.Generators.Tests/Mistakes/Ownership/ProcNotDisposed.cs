// caught: HYP7002
// The actors are never stopped: OnStopAsync does not run, and what they would have saved is lost.
namespace Shop;

public static class Tool
{
    public static async Task<long> RunAsync()
    {
        var {|HYP7002:proc|} = Proc.Local();
        await using var client = proc.Attach("tool");
        var total = proc.Spawn("total", new Total());
        total.Add(client, 5);
        return await total.GetAsync(client);
    }
}

public sealed partial class Total : Actor
{
    private long _sum;

    [Handler]
    private void Add(long amount) => _sum += amount;

    [Handler]
    private ValueTask<long> Get() => new(_sum);
}
