// missed: not yet
// The launch throws before the first process starts.
using Hyperactor.Worlds;

namespace Shop;

public static class Use
{
    public static async Task<World> Start() => await World.LaunchAsync("my-trainers", new WorldOptions { Procs = 2 });
}
