// caught: HYP2001
// A handle is the way within one process; what travels is a reference.
namespace Shop;

public sealed partial class Helper : Actor
{
    [Handler] void Help() { }
}

[Named]
public sealed partial record Hire(ActorHandle<Helper> {|HYP2001:Helper|});
