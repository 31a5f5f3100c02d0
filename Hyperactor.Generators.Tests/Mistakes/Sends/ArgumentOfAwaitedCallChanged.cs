// missed: who waits for the answer may well reuse what it sent; whether the callee kept it is not looked into
// The actor kept the list, and finds it empty when it needs it.
namespace Shop;

public sealed partial class Keeper : Actor
{
    private List<string> _last = [];

    [Handler]
    private ValueTask Keep(List<string> lines)
    {
        _last = lines;
        return default;
    }

    [Handler]
    private ValueTask<int> Count() => new(_last.Count);
}

public static class Filling
{
    public static async Task RunAsync(Client client, ActorHandle<Keeper> keeper)
    {
        var lines = new List<string> { "one" };
        await keeper.KeepAsync(client, lines);
        lines.Clear();
    }
}
