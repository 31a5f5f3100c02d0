// caught: HYP6004
// Nothing expires in a test unless the test really waits.
namespace Shop;

[Export]
public sealed partial class Sessions : Actor
{
    private readonly Dictionary<string, long> _until = [];

    [Handler] void Open(string user) => _until[user] = {|HYP6004:Environment.TickCount64|} + 60_000;

    [Handler] ValueTask<bool> IsOpen(string user) => new(IsAlive(user));

    private bool IsAlive(string user) => _until.TryGetValue(user, out var until) && until > {|HYP6004:Environment.TickCount64|};
}
