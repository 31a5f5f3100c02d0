using Hyperactor.Casting;
using Hyperactor.Channels;
using Hyperactor.Failures;
using Hyperactor.Mailboxes;

namespace Hyperactor.Worlds;

/// <summary>One proc of a world: joins, hosts actors, and ends when its coordinator is done or gone.</summary>
internal sealed class RankNode
{
    /// <summary>How long actors may take to give up when the world is over.</summary>
    private static readonly TimeSpan EndDeadline = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource<string?> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly BootInfo _boot;
    private readonly ProcId _coordinator;
    private readonly ActorRef<WorldDirectory> _directory;
    private readonly Proc _proc;
    private readonly PeerRouter _router;
    private readonly Client _client;
    private volatile bool _stopped;

    private RankNode(BootInfo boot, ProcOptions options)
    {
        _boot = boot;
        options = options.Configured();
        var world = new WorldId(boot.World);
        _coordinator = Coordinator.IdFor(world);
        _directory = new(_coordinator.Actor(WorldDirectory.Name));
        _proc = new(world.Proc((ulong)boot.Rank), options with { FatalErrors = new Reporter(this, options.FatalErrors) });
        _router = new(_proc.Host, boot.Cookie, options.Links, FindAsync, OnPeerLost);
        _client = _proc.Attach("hyperactor_rank");
        _proc.Host.ForwardTo(_router);
        _proc.Host.CastThrough(new CastRelay(_proc.Host, _proc.Attach(CastRelay.Name)));
        _proc.Spawn(RankAgent.Name, new RankAgent(_proc, () => _stopped = true));
    }

    /// <summary>Runs until the coordinator releases the proc or is lost.</summary>
    /// <returns>Null if the world ended in order, else what happened.</returns>
    internal static async Task<string?> RunAsync(BootInfo boot, ProcOptions options, CancellationToken released)
    {
        var node = new RankNode(boot, options);
        try
        {
            var address = await node._router.ListenAsync(ChannelAddress.Parse(boot.Listen), released);
            await node._directory.JoinAsync(node._client, boot.Rank, address.ToString(), released);
            await using var release = released.UnsafeRegister(
                static state => ((RankNode)state!).OnReleased(), node);
            return await node._ended.Task;
        }
        catch (OperationCanceledException) when (released.IsCancellationRequested)
        {
            return "was released before it had joined";
        }
        catch (Exception e) when (e is CallException or ChannelException)
        {
            return $"could not join: {FailureText.MessageOf(e)}";
        }
        finally
        {
            await node.EndAsync();
        }
    }

    private void OnReleased() => _ended.TrySetResult(_stopped ? null : "lost its coordinator");

    private void OnPeerLost(ProcId peer, string reason)
    {
        if (peer == _coordinator)
        {
            _ended.TrySetResult(_stopped ? null : $"lost its coordinator: {reason}");
        }
    }

    /// <exception cref="WorldException">The proc is not one of this world.</exception>
    private async ValueTask<ChannelAddress> FindAsync(ProcId proc, CancellationToken cancellation)
    {
        if (proc == _coordinator)
        {
            return ChannelAddress.Parse(_boot.Coordinator);
        }

        if (!proc.TryGetRanked(out var world, out var rank) || world.Name != _boot.World || rank >= (ulong)_boot.Size)
        {
            throw new WorldException(
                $"it is no rank of the world {_boot.World} of {_boot.Size}; to reach a proc elsewhere, use its direct id");
        }

        return ChannelAddress.Parse(await _directory.AddressOfAsync(_client, (int)rank, cancellation));
    }

    private async Task EndAsync()
    {
        // In order, the actors have stopped already; otherwise nobody waits for what they would still do.
        await _proc.StopAsync("the world ended", except: null, StopMode.Kill, EndDeadline);
        _proc.Host.OnDisposed();
        await _router.DisposeAsync();
    }

    /// <summary>Tells the coordinator of failures that nobody handled.</summary>
    private sealed class Reporter(RankNode node, IFatalErrorPolicy? next) : IFatalErrorPolicy
    {
        public void OnUnhandledFailure(ProcId proc, SupervisionEvent failure)
        {
            node._directory.Fail(node._client, node._boot.Rank, $"failed: {failure.Failure}");
            next?.OnUnhandledFailure(proc, failure);
        }
    }
}
