using Hyperactor;
using Hyperactor.Worlds;

if (RankProcess.IsRank) { return await RankProcess.RunAsync(); }     // started as a proc of a world

// Four processes of this program, one counter in each.
await using var world = await World.LaunchAsync("counters", new WorldOptions { Procs = 4 });
await using var client = world.Attach("client");
var gang = await world.SpawnAsync<Counter>(client, "counter", start: 100);

gang.Add(client, 5);                                                 // one cast to all of them
gang[2].Add(client, 1000);                                           // one message to one of them
var sum = await gang.GetAsync<Sum>(client);                          // one reply, summed on the way up the tree
Console.WriteLine($"sum={sum.ValueOrThrow()} of {sum.Replied} counters");
return 0;

[Export(Spawn = true)]
public sealed partial class Counter(long start) : Actor
{
    private long _value = start;

    /// <summary>Adds to the count.</summary>
    [Handler] private void Add(long amount) => _value += amount;

    /// <summary>The count.</summary>
    [Handler] private ValueTask<long> Get() => new(_value);
}

[Named]
public readonly partial struct Sum : IReducer<long>
{
    public static long Combine(long earlier, long later) => earlier + later;
}
