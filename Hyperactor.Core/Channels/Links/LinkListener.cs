using Hyperactor.Telemetry;

namespace Hyperactor.Channels;

/// <summary>
/// Accepts links at one address. Hellos run side by side, so that a slow one delays nobody, and there is a limit to how
/// many. A connection that fails, at whatever point, costs itself alone.
/// </summary>
internal sealed class LinkListener : IAsyncDisposable
{
    private readonly Listener _listener;
    private readonly ILinkHost _host;
    private readonly ChannelOptions _options;
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _hellos;
    private readonly Lock _gate = new();
    private readonly HashSet<Link> _links = [];
    private readonly HashSet<Task> _running = [];
    private readonly Task _accepting;

    private LinkListener(Listener listener, ILinkHost host, ChannelOptions options)
    {
        _listener = listener;
        _host = host;
        _options = options;
        _hellos = new(options.MaxPendingHellos);
        _accepting = AcceptAllAsync();
    }

    /// <summary>Where it listens, with the port or name that was chosen.</summary>
    public ChannelAddress Address => _listener.Address;

    /// <summary>How many links are open.</summary>
    public int LinkCount
    {
        get
        {
            lock (_gate)
            {
                return _links.Count;
            }
        }
    }

    /// <summary>Starts to listen.</summary>
    /// <exception cref="ChannelException">The address cannot be listened at.</exception>
    internal static async Task<LinkListener> ListenAsync(
        Transport transport,
        ChannelAddress address,
        ILinkHost host,
        ChannelOptions options,
        CancellationToken cancellation = default) =>
        new(await transport.ListenAsync(address, cancellation), host, options);

    /// <summary>
    /// Frees the address, drops whoever is in the middle of a hello, closes every link, and waits until nothing of all
    /// this runs any more.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        // Not CancelAsync, which would go through the thread pool whatever the caller runs on.
        _stopping.Cancel();
        await _listener.DisposeAsync();
        await _accepting;
        Link[] links;
        Task[] running;
        lock (_gate)
        {
            links = [.. _links];
            running = [.. _running];
        }

        foreach (var link in links)
        {
            link.Close(CloseCode.Done, "the listener was closed");
        }

        await Task.WhenAll(running);
    }

    private async Task AcceptAllAsync()
    {
        await Task.Yield();
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await _hellos.WaitAsync(_stopping.Token);
                Serve(await AcceptOneAsync());
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (Exception)
            {
                // One that failed, or no handle left for it: rest, so that a lasting failure does not spin.
                RuntimeMetrics.ConnectionErrors.Add(1, "accept");
                await RestAsync();
            }
        }
    }

    private async ValueTask<Connection> AcceptOneAsync()
    {
        try
        {
            return await _listener.AcceptAsync(_stopping.Token);
        }
        catch
        {
            _hellos.Release();
            throw;
        }
    }

    private async ValueTask RestAsync()
    {
        try
        {
            await Task.Delay(_options.AcceptRetryDelay, _options.TimeProvider, _stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // The loop sees that too.
        }
    }

    // The task is in the set before it can end, because it starts by yielding.
    private void Serve(Connection connection)
    {
        lock (_gate)
        {
            var task = ServeAsync(connection);
            _running.Add(task);
            _ = task.ContinueWith(
                Forget,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }

    private void Forget(Task task)
    {
        lock (_gate)
        {
            _running.Remove(task);
        }
    }

    private async Task ServeAsync(Connection connection)
    {
        await Task.Yield();
        Link? link = null;
        try
        {
            link = await GreetAsync(connection);
        }
        catch (Exception)
        {
            // A peer that fails in its hello, or a host that fails to open the link: the peer sees the connection end.
            RuntimeMetrics.ConnectionErrors.Add(1, "hello");
        }
        finally
        {
            _hellos.Release();
        }

        if (link is null)
        {
            await DropAsync(connection);
            return;
        }

        await link.Completion;
        lock (_gate)
        {
            _links.Remove(link);
        }
    }

    private async ValueTask<Link?> GreetAsync(Connection connection)
    {
        var busy = LinkCount >= _options.MaxLinks;
        var link = await Handshake.AcceptAsync(connection, _host, busy, _options, _stopping.Token);
        if (link is null)
        {
            return null;
        }

        link.Start(_host);
        lock (_gate)
        {
            _links.Add(link);
        }

        // Disposing may have looked at the links before this one was there.
        if (_stopping.IsCancellationRequested)
        {
            link.Close(CloseCode.Done, "the listener was closed");
        }

        return link;
    }

    private static async ValueTask DropAsync(Connection connection)
    {
        try
        {
            await connection.Output.CompleteAsync();
            await connection.Input.CompleteAsync();
            await connection.DisposeAsync();
        }
        catch (Exception)
        {
            // It is gone either way.
            RuntimeMetrics.ConnectionErrors.Add(1, "drop");
        }
    }
}
