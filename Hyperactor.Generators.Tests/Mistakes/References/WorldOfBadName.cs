// caught: HYP3001
// The launch throws before the first process starts.
using Hyperactor.Worlds;

namespace Shop;

public static class Use
{
    public static async Task<World> Start() => await World.LaunchAsync("my{|HYP3001:-|}trainers", new WorldOptions { Procs = 2 });
}
