using Hyperactor.Channels;
using Hyperactor.Failures;
using Hyperactor.Mailboxes;

namespace Hyperactor.Worlds;

/// <summary>The inside of a world at its coordinator: the procs that were started, and what is known of them.</summary>
internal sealed class Coordinator : IAsyncDisposable
{
    private readonly WorldId _world;
    private readonly WorldOptions _options;
    private readonly WorldPaths _paths;
    private readonly string _cookie;
    private readonly PeerRouter _router;
    private readonly ChannelAddress _address;
    private readonly Client _client;
    private readonly List<LaunchedRank> _ranks = [];
    private readonly List<Task> _watches = [];
    private readonly TaskCompletionSource _live = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<WorldFailure> _failure =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TimeSpan _joinDeadline;
    private readonly TimeSpan _stopDeadline;
    private readonly bool[] _joined;
    private int _missing;
    private volatile bool _stopping;

    private Coordinator(
        WorldId world, WorldOptions options, WorldPaths paths, string cookie, Proc proc, PeerRouter router, ChannelAddress address)
    {
        _world = world;
        _options = options;
        _paths = paths;
        _cookie = cookie;
        Proc = proc;
        _router = router;
        _address = address;
        _joinDeadline = options.JoinDeadline ?? proc.Config.Get(HyperactorSettings.Worlds.JoinDeadline);
        _stopDeadline = options.StopDeadline ?? proc.Config.Get(HyperactorSettings.Worlds.StopDeadline);
        _joined = new bool[options.Procs];
        _missing = options.Procs;
        _client = proc.Attach("hyperactor_coordinator");
        Agents = new(world.Gang(RankAgent.Name), options.Procs);
        proc.Spawn(WorldDirectory.Name, new WorldDirectory(options.Procs, OnJoined, (rank, reason) => Fail(rank, reason, [])));
    }

    /// <summary>The coordinator's own proc.</summary>
    internal Proc Proc { get; }

    /// <summary>The agents of all procs.</summary>
    internal GangRef<RankAgent> Agents { get; }

    /// <summary>Completes with the first thing that went wrong.</summary>
    internal Task<WorldFailure> Failure => _failure.Task;

    /// <summary>The proc of a world's coordinator.</summary>
    internal static ProcId IdFor(WorldId world) => new WorldId($"{world}_system").Proc(0);

    /// <summary>Listens for procs to join.</summary>
    /// <exception cref="WorldException">It cannot listen; the message tells why.</exception>
    internal static async Task<Coordinator> StartAsync(
        WorldId world, WorldOptions options, CancellationToken cancellation)
    {
        var paths = new WorldPaths(options.Transport);
        var proc = new Proc(IdFor(world), options.Proc);
        var cookie = options.Proc.Random.Hex(16);
        var router = new PeerRouter(proc.Host, cookie, options.Proc.Links);
        try
        {
            var address = await router.ListenAsync(paths.Coordinator, cancellation);
            proc.Host.ForwardTo(router);
            return new(world, options, paths, cookie, proc, router, address);
        }
        catch (Exception e)
        {
            await router.DisposeAsync();
            paths.Dispose();
            if (e is ChannelException)
            {
                throw new WorldException($"The world {world} cannot be joined: {FailureText.MessageOf(e)}", e);
            }

            throw;
        }
    }

    /// <summary>Starts all procs and waits until all have joined.</summary>
    /// <exception cref="WorldException">They have not; the message tells which and why.</exception>
    internal async Task LaunchAsync(CancellationToken cancellation)
    {
        for (var rank = 0; rank < _options.Procs; rank++)
        {
            var boot = new BootInfo(
                BootInfo.CurrentVersion,
                _world.Name,
                rank,
                _options.Procs,
                _address.ToString(),
                _paths.Rank(rank).ToString(),
                _cookie);
            var launched = _options.Launcher.Launch(boot, _options);
            _ranks.Add(launched);
            _watches.Add(WatchAsync(launched));
        }

        try
        {
            var first = await Task.WhenAny(_live.Task, _failure.Task)
                .WaitAsync(_joinDeadline, _options.Proc.Time, cancellation);
            if (first == _failure.Task)
            {
                throw new WorldException(Describe(
                    $"The world {_world} did not come up: {await _failure.Task}", (await _failure.Task).ErrorTail));
            }
        }
        catch (TimeoutException)
        {
            var missing = Enumerable.Range(0, _options.Procs).Where(r => !_joined[r]);
            throw new WorldException(
                $"The world {_world} did not come up: rank {string.Join(", ", missing)} had not joined "
                + $"after {_joinDeadline.TotalSeconds} s.");
        }
    }

    /// <summary>Stops actors, then procs; kills what is late.</summary>
    internal async Task<IReadOnlyList<string>> StopAsync(string reason)
    {
        _stopping = true;
        var stragglers = Volatile.Read(ref _missing) > 0 ? []
            : _failure.Task.IsCompleted ? await StopEachAsync(reason)
            : await StopAllAsync(reason);
        foreach (var rank in _ranks)
        {
            rank.Release();
        }

        try
        {
            await Task.WhenAll(_ranks.Select(r => r.Exit)).WaitAsync(_stopDeadline, _options.Proc.Time);
        }
        catch (TimeoutException)
        {
            foreach (var rank in _ranks.Where(r => !r.Exit.IsCompleted))
            {
                stragglers.Add($"{_world}[{rank.Rank}] (process {rank.ProcessId}) was killed");
                rank.Kill();
            }
        }

        return stragglers;
    }

    /// <summary>Ends everything, in whatever state it is, and waits for it.</summary>
    public async ValueTask DisposeAsync()
    {
        _stopping = true;
        foreach (var rank in _ranks)
        {
            await rank.DisposeAsync();
        }

        await Task.WhenAll(_watches);
        await Proc.DisposeAsync();
        await _client.DisposeAsync();
        await _router.DisposeAsync();
        _paths.Dispose();
    }

    /// <summary>Stops the actors of all procs by one cast.</summary>
    private async Task<List<string>> StopAllAsync(string reason)
    {
        var stopped = await Agents.StopAsync<Stragglers>(
            _client, reason, _stopDeadline, CastOptions.Default with { Deadline = _stopDeadline });
        foreach (var silent in stopped.Failed)
        {
            // It has had its time: waiting for it once more would only make everyone wait.
            _ranks[silent.Rank].Kill();
        }

        return [.. stopped.Value ?? [], .. stopped.Failed.Select(f => $"{_world}[{f.Rank}]: {f.Reason}")];
    }

    /// <summary>Stops the actors of the procs that are left, each by itself: a cast may need a relay that is gone.</summary>
    private async Task<List<string>> StopEachAsync(string reason)
    {
        var stops = _ranks.Where(r => !r.Exit.IsCompleted).Select(r => StopOneAsync(r.Rank, reason));
        return [.. (await Task.WhenAll(stops)).SelectMany(s => s)];
    }

    private async Task<string[]> StopOneAsync(int rank, string reason)
    {
        using var late = new CancellationTokenSource(_stopDeadline, _options.Proc.Time);
        try
        {
            return await Agents[rank].StopAsync(_client, reason, _stopDeadline, late.Token);
        }
        catch (UndeliveredCallException)
        {
            // No way leads there: it has ended, or it will when it is released, or it is killed then and named.
            return [];
        }
        catch (CallException e)
        {
            return [$"{_world}[{rank}]: {e.Message}"];
        }
        catch (OperationCanceledException)
        {
            _ranks[rank].Kill();
            return [$"{_world}[{rank}]: no answer in {_stopDeadline.TotalSeconds} s"];
        }
    }

    private static string Describe(string what, IReadOnlyList<string> errorTail) =>
        errorTail.Count == 0 ? what : $"{what}; it printed: {string.Join(Environment.NewLine, errorTail)}";

    private void OnJoined(int rank)
    {
        _joined[rank] = true;
        if (Interlocked.Decrement(ref _missing) == 0)
        {
            _live.TrySetResult();
        }
    }

    private async Task WatchAsync(LaunchedRank rank)
    {
        var exit = await rank.Exit;
        if (!_stopping)
        {
            Fail(rank.Rank, exit.Reason, exit.ErrorTail);
        }
    }

    private void Fail(int rank, string reason, IReadOnlyList<string> errorTail)
    {
        if (!_stopping)
        {
            _failure.TrySetResult(new(rank, reason, errorTail));
        }
    }
}
