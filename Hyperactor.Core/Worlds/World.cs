using Hyperactor.Actors;
using Hyperactor.Procs;

namespace Hyperactor.Worlds;

/// <summary>
/// A fixed number of procs, scheduled as a gang: it is live only when all have joined, and fails when one fails. Who
/// launches it is its coordinator; dispose it to stop it.
/// </summary>
public sealed class World : IAsyncDisposable
{
    private readonly WorldOptions _options;
    private readonly Coordinator _coordinator;
    private readonly Lock _gate = new();
    private Task<IReadOnlyList<string>>? _stopped;

    private World(WorldId id, WorldOptions options, Coordinator coordinator)
    {
        Id = id;
        _options = options;
        _coordinator = coordinator;
    }

    /// <summary>The world's name.</summary>
    public WorldId Id { get; }

    /// <summary>How many procs it has.</summary>
    public int Size => _options.Procs;

    /// <summary>Completes when something went wrong in one of its procs; never before, and never with an exception.</summary>
    public Task<WorldFailure> Failure => _coordinator.Failure;

    /// <summary>Launches a world and waits until all its procs have joined.</summary>
    /// <param name="name">The world's name, an identifier.</param>
    /// <param name="options">How many procs, and how they are started and reached.</param>
    /// <param name="cancellation">Gives up; nothing is left behind.</param>
    /// <exception cref="ReferenceFormatException"><paramref name="name"/> is not an identifier.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of procs is not positive.</exception>
    /// <exception cref="ConfigurationException">A setting makes no sense.</exception>
    /// <exception cref="WorldException">
    /// The procs cannot be listened for, or not all joined in time; the message names them. None is left behind.
    /// </exception>
    public static async Task<World> LaunchAsync(
        string name, WorldOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Procs);
        var id = new WorldId(name);
        options = options with { Proc = options.Proc.Configured() };
        var coordinator = await Coordinator.StartAsync(id, options, cancellation);
        try
        {
            await coordinator.LaunchAsync(cancellation);
            return new(id, options, coordinator);
        }
        catch
        {
            await coordinator.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes a client of the coordinator's own proc, from which the world can be reached.</summary>
    /// <exception cref="NameInUseException">The name is taken.</exception>
    public Client Attach(string name) => _coordinator.Proc.Attach(name);

    /// <summary>The proc of the coordinator: an actor that is spawned here can reach the world, and be reached from it.</summary>
    public Proc Proc => _coordinator.Proc;

    /// <summary>Creates one actor on each proc. The generated clients call this with the parameters spelled out.</summary>
    /// <returns>The gang of the new actors.</returns>
    /// <exception cref="WorldException">Some procs did not create it; the message names them and tells why.</exception>
    public async ValueTask<GangRef<TActor>> SpawnAsync<TActor, TParameters>(
        ICanCall from,
        string name,
        Spawnable<TActor, TParameters> spawnable,
        TParameters parameters,
        CancellationToken cancellation = default)
        where TActor : Actor, IActor<TActor>
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(spawnable);
        var gang = new GangRef<TActor>(Id.Gang(name), Size);
        var bytes = Payload.Write(parameters, null);
        var created = await _coordinator.Agents.SpawnAsync(
            from, spawnable.Uri, name, bytes, cancellation: cancellation);
        return created.IsComplete ? gang : throw new WorldException(
            $"{gang.Id} was not created everywhere: {created.Failed[0].Reason} (rank {created.Failed[0].Rank}"
            + $"{(created.Failed.Count > 1 ? $" and {created.Failed.Count - 1} more" : "")})");
    }

    /// <summary>
    /// Stops the world in order: actors handle what they have accepted, then the processes end. What is late is killed.
    /// Calling it again yields the same.
    /// </summary>
    /// <returns>The actors and procs that did not stop in time; none if all is well.</returns>
    public Task<IReadOnlyList<string>> StopAsync(string reason = "the world stopped")
    {
        lock (_gate)
        {
            return _stopped ??= _coordinator.StopAsync(reason);
        }
    }

    /// <summary>Stops the world as <see cref="StopAsync"/> does, and leaves nothing behind.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _coordinator.DisposeAsync();
    }
}
