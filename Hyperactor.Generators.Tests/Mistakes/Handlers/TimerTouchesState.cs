// caught: HYP6006
// The callback counts on a thread of its own, beside the handlers; counts get lost.
namespace Shop;

[Export]
public sealed partial class Heartbeat : Actor
{
    private Timer? _timer;
    private int _beats;

    protected override ValueTask OnStartAsync(Context cx)
    {
        _timer = new {|HYP6006:Timer|}(_ => _beats++, null, 1000, 1000);
        return default;
    }

    [Handler] ValueTask<int> Beats() => new(_beats);
}
