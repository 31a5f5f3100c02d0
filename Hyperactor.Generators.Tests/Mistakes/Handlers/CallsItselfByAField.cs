// caught: HYP6002
// SelfCallException on the first message.
namespace Shop;

[Export]
public sealed partial class Clerk : Actor
{
    private ActorRef<Clerk> _self;
    private int _done;

    protected override ValueTask OnStartAsync(Context cx)
    {
        _self = new(cx.Self);
        return default;
    }

    [Handler] ValueTask<int> Done() => new(_done);

    [Handler]
    async ValueTask<string> Report(Context cx)
    {
        _done++;
        return $"done: {await _self.{|HYP6002:DoneAsync|}(cx)}";
    }
}
