// caught: HYP7008
// The line runs beside the handlers, on another thread: additions get lost.
namespace Shop;

public sealed partial class Tally : Actor
{
    private long _sum;

    [Handler]
    internal void Add(long amount) => _sum += amount;
}

public static class Setup
{
    public static ActorHandle<Tally> Start(Proc proc)
    {
        var tally = new Tally();
        var handle = proc.Spawn("tally", tally);
        {|HYP7008:tally.Add(5)|};
        return handle;
    }
}
