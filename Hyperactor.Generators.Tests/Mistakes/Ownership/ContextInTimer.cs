// caught: HYP6006, HYP7001
// The callback runs on a thread of the pool, beside the handlers of the actor.
namespace Shop;

public sealed partial class Heartbeat(ActorHandle<Heartbeat> peer) : Actor
{
    private ITimer? _timer;

    [Handler]
    private void Begin(Context cx) => _timer = cx.Time.{|HYP6006:CreateTimer|}(
        _ => peer.Beat({|HYP7001:cx|}), null, TimeSpan.Zero, TimeSpan.FromSeconds(1));

    [Handler]
    private void Beat() => _timer?.Dispose();
}
