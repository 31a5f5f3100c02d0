using Hyperactor.Actors;
using Hyperactor.Procs;

namespace Hyperactor.Worlds;

/// <summary>A fixed number of procs, scheduled as a gang: all or nothing.</summary>
public sealed class World
{
    /// <summary>Creates one actor on each proc.</summary>
    public ValueTask<GangRef<TActor>> SpawnAsync<TActor, TParameters>(
        ICanCall from, string name, Spawnable<TActor, TParameters> spawnable, TParameters parameters,
        CancellationToken cancellation = default)
        where TActor : Actor, IActor<TActor> => throw new NotImplementedException();
}
