using Hyperactor.Actors;
using Hyperactor.Messages;
using Hyperactor.Procs;
using Hyperactor.Telemetry;

namespace Hyperactor;

/// <summary>One actor runtime: hosts actors and clients. A process may have many.</summary>
public sealed class Proc : IAsyncDisposable
{
    private int _isCounted;

    internal Proc(ProcId id, ProcOptions options)
    {
        EnvelopeCodec.RegisterOwnTypes();
        Host = new(id, options.Configured());
        if (RuntimeMetrics.ProcsActive.Enabled)
        {
            _isCounted = 1;
            RuntimeMetrics.ProcsActive.Add(1);
        }
    }

    /// <summary>The proc's id.</summary>
    public ProcId Id => Host.Id;

    /// <summary>Its settings, the user's own included.</summary>
    public Config Config => Host.Config;

    /// <summary>Completes when an actor has failed and nobody above it handled that; with the first such failure.</summary>
    public Task<SupervisionEvent> Failure => Host.Failure;

    /// <summary>How many actors and clients live in the proc.</summary>
    public int Count => Host.Count;

    internal ProcHost Host { get; }

    /// <summary>Makes a proc that stands alone, in a world of its own.</summary>
    /// <exception cref="ConfigurationException">
    /// <see cref="ProcOptions.Config"/> is null, and what is loaded in its place makes no sense.
    /// </exception>
    public static Proc Local(ProcOptions? options = null)
    {
        // The name is drawn, not counted: references of two such procs must not be taken for each other's.
        options ??= new();
        return new(new WorldId($"local_{options.Random.Hex(4)}").Proc(0), options);
    }

    /// <summary>Creates an actor under a name that others can address.</summary>
    /// <exception cref="NameInUseException">The name is taken.</exception>
    /// <exception cref="ReferenceFormatException"><paramref name="name"/> is not an identifier.</exception>
    public ActorHandle<TActor> Spawn<TActor>(string name, TActor actor)
        where TActor : Actor, IActor<TActor>
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Host.SpawnRoot(name, actor);
    }

    /// <summary>Makes a client: the program's own way to send, to call and to receive.</summary>
    /// <exception cref="NameInUseException">The name is taken.</exception>
    /// <exception cref="ReferenceFormatException"><paramref name="name"/> is not an identifier.</exception>
    public Client Attach(string name)
    {
        var client = new Client(Host, Host.Id.Actor(name));
        Host.Add(client.Instance);
        return client;
    }

    /// <summary>
    /// Stops all actors: they handle what they have accepted. Those that are late are killed, and those that still run
    /// after that are left behind and named.
    /// </summary>
    /// <returns>The actors that still run; none if all is well.</returns>
    public Task<IReadOnlyList<ActorId>> StopAsync(string reason = "the proc stopped") => StopAsync(reason, null);

    /// <summary>
    /// Stops all actors, as <see cref="StopAsync(string)"/> does, and then closes all clients: what they wait for ends.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Host.OnDisposed();
        if (Interlocked.Exchange(ref _isCounted, 0) != 0)
        {
            RuntimeMetrics.ProcsActive.Add(-1);
        }
    }

    /// <summary>Stops all actors but one, which may be the one that asks.</summary>
    internal async Task<IReadOnlyList<ActorId>> StopAsync(
        string reason, ActorId? except, StopMode mode = StopMode.Drain, TimeSpan? deadline = null)
    {
        // Twice the deadline that a root gives its children, so that its own account comes first.
        var limit = deadline ?? (Host.Limits.StopDeadline * 2);
        var roots = Host.Roots.Where(r => r.Id != except).ToArray();
        if (!await StopAsync(roots, mode, reason, limit) && mode != StopMode.Kill)
        {
            await StopAsync([.. roots.Where(r => !r.Status.IsTerminal)], StopMode.Kill, reason, limit);
        }

        return [.. roots.Where(r => !r.Status.IsTerminal).Select(r => r.Id)];
    }

    private async Task<bool> StopAsync(ActorInstance[] roots, StopMode mode, string reason, TimeSpan limit)
    {
        foreach (var root in roots)
        {
            root.Stop(mode, reason);
        }

        try
        {
            await Task.WhenAll(roots.Select(r => r.Completion)).WaitAsync(limit, Host.Time);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
