// caught: HYP7001
// What is sent through the kept context belongs to the trace of another message.
namespace Shop;

public sealed partial class Feed(ActorHandle<Feed> next) : Actor
{
    private Context _cx = null!;

    protected override ValueTask OnStartAsync(Context context)
    {
        _cx = {|HYP7001:context|};
        return default;
    }

    [Handler]
    private void Push(int value) => next.Push(_cx, value);
}
