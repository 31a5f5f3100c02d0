namespace Hyperactor.Actors;

/// <summary>The children of one actor. No user code runs under its lock.</summary>
internal sealed class Children
{
    private readonly Lock _gate = new();
    private readonly HashSet<ActorInstance> _living = [];
    private bool _closed;

    /// <summary>How many have not ended.</summary>
    internal int Count
    {
        get
        {
            lock (_gate)
            {
                return _living.Count;
            }
        }
    }

    /// <summary>Links a child; false if the parent takes no more.</summary>
    internal bool TryAdd(ActorInstance child)
    {
        lock (_gate)
        {
            return !_closed && _living.Add(child);
        }
    }

    /// <summary>Unlinks a child that ended.</summary>
    internal void Remove(ActorInstance child)
    {
        lock (_gate)
        {
            _living.Remove(child);
        }
    }

    /// <summary>
    /// Stops all children and waits; kills those that are late and waits again; leaves behind and reports those that
    /// still run, because nothing in .NET can end them.
    /// </summary>
    internal async ValueTask StopAsync(StopMode mode, ActorHost host)
    {
        ActorInstance[] children;
        lock (_gate)
        {
            _closed = true;
            children = [.. _living];
        }

        if (children.Length == 0)
        {
            return;
        }

        if (await StopAsync(children, mode, host))
        {
            return;
        }

        await StopAsync([.. children.Where(c => !c.Status.IsTerminal)], StopMode.Kill, host);
        foreach (var child in children.Where(c => !c.Status.IsTerminal))
        {
            host.OnLeftBehind(child);
        }
    }

    private static async ValueTask<bool> StopAsync(ActorInstance[] children, StopMode mode, ActorHost host)
    {
        foreach (var child in children)
        {
            child.Stop(mode, "its parent stopped");
        }

        try
        {
            await Task.WhenAll(children.Select(c => c.Completion)).WaitAsync(host.Limits.StopDeadline, host.Time);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
