// caught: HYP6007
// If the meter refuses, nobody is told; and the call goes on after the handler.
namespace Shop;

[Export]
public sealed partial class Meter : Actor
{
    private long _units;

    [Handler]
    ValueTask Use(long units)
    {
        _units += units;
        return default;
    }
}

[Export]
public sealed partial class Gateway(ActorRef<Meter> meter) : Actor
{
    [Handler]
    ValueTask<int> Handle(Context cx, string request)
    {
        _ = meter.{|HYP6007:UseAsync|}(cx, 1);
        return new(request.Length);
    }
}
