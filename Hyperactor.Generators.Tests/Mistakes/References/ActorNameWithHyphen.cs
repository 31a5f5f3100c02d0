// caught: HYP3001
// A name has no hyphens: Spawn throws.
namespace Shop;

public sealed partial class Till : Actor
{
    [Handler] void Open() { }
}

public static class Use
{
    public static ActorHandle<Till> Start(Proc proc) => proc.Spawn("main{|HYP3001:-|}till", new Till());
}
