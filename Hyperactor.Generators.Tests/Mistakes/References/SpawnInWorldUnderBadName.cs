// caught: HYP3001
// The name is checked by every proc of the world, and all of them refuse it.
using Hyperactor.Worlds;

namespace Shop;

[Export(Spawn = true)]
public sealed partial class Till : Actor
{
    [Handler] void Open() { }
}

public static class Use
{
    public static async Task Start(World world, Client me) => await world.SpawnAsync<Till>(me, "main{|HYP3001: |}till");
}
