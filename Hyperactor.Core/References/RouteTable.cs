using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Hyperactor.References;

/// <summary>
/// Routes by reference: a destination goes the way of the longest prefix that has one. From the longest to the shortest, a
/// prefix is the port itself, its actor, the actor's proc, the gang that the actor is a member of (only if its pid is 0),
/// the world. Proc and gang overlap and neither holds the other: the proc, which is one place, is preferred.
/// </summary>
/// <remarks>
/// For any number of threads. A lookup takes no lock and allocates nothing: it is at most one probe of a hash table for each
/// kind that has routes at all. Its result is that of the table at one moment. Writers wait for each other.
/// </remarks>
/// <typeparam name="TRoute">What is found.</typeparam>
public sealed class RouteTable<TRoute>
{
    private readonly Lock _writing = new();
    private readonly Level<PortId> _ports = new();
    private readonly Level<ActorId> _actors = new();
    private readonly Level<ProcId> _procs = new();
    private readonly Level<GangId> _gangs = new();
    private readonly Level<WorldId> _worlds = new();

    // Counts the changes, each of which touches one key: a lookup that saw none while it probed saw one state.
    private int _version;

    /// <summary>How many prefixes have a route.</summary>
    public int Count => _ports.Count + _actors.Count + _procs.Count + _gangs.Count + _worlds.Count;

    /// <summary>Sends what is addressed to <paramref name="prefix"/>, or inside it, this way from now on.</summary>
    /// <returns>Whether the prefix had no route before.</returns>
    public bool Set(Reference prefix, TRoute route)
    {
        lock (_writing)
        {
            var isNew = prefix.Kind switch
            {
                ReferenceKind.World => _worlds.Set(prefix.World.GetValueOrDefault(), route),
                ReferenceKind.Gang => _gangs.Set(prefix.Gang.GetValueOrDefault(), route),
                ReferenceKind.Proc => _procs.Set(prefix.Proc.GetValueOrDefault(), route),
                ReferenceKind.Actor => _actors.Set(prefix.Actor!, route),
                _ => _ports.Set(prefix.Port.GetValueOrDefault(), route),
            };
            Volatile.Write(ref _version, _version + 1);
            return isNew;
        }
    }

    /// <summary>Takes out the route of exactly this prefix.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(Reference prefix)
    {
        lock (_writing)
        {
            var isRemoved = prefix.Kind switch
            {
                ReferenceKind.World => _worlds.Remove(prefix.World.GetValueOrDefault()),
                ReferenceKind.Gang => _gangs.Remove(prefix.Gang.GetValueOrDefault()),
                ReferenceKind.Proc => _procs.Remove(prefix.Proc.GetValueOrDefault()),
                ReferenceKind.Actor => _actors.Remove(prefix.Actor!),
                _ => _ports.Remove(prefix.Port.GetValueOrDefault()),
            };
            Volatile.Write(ref _version, _version + 1);
            return isRemoved;
        }
    }

    /// <summary>
    /// Takes out the route of this prefix and of all that is inside it, one by one: a lookup meanwhile may find those that
    /// are still there. Looks at every route.
    /// </summary>
    /// <returns>How many there were.</returns>
    public int RemoveUnder(Reference prefix)
    {
        // Each kind converts to a reference in its own way.
        var under = new List<Reference>();
        lock (_writing)
        {
            under.AddRange(_worlds.Keys.Select(static key => (Reference)key));
            under.AddRange(_gangs.Keys.Select(static key => (Reference)key));
            under.AddRange(_procs.Keys.Select(static key => (Reference)key));
            under.AddRange(_actors.Keys.Select(static key => (Reference)key));
            under.AddRange(_ports.Keys.Select(static key => (Reference)key));
            return under.Count(key => prefix.IsPrefixOf(key) && Remove(key));
        }
    }

    /// <summary>Finds the way to a port.</summary>
    public bool TryFind(PortId destination, [MaybeNullWhen(false)] out TRoute route)
    {
        while (true)
        {
            var version = Volatile.Read(ref _version);
            var isFound = ProbePort(destination, out route);
            if (IsCurrent(version))
            {
                return isFound;
            }
        }
    }

    /// <summary>Finds the way to whatever is addressed: the route of itself, or of the longest prefix of it.</summary>
    public bool TryFind(Reference destination, [MaybeNullWhen(false)] out TRoute route)
    {
        while (true)
        {
            var version = Volatile.Read(ref _version);
            var isFound = Probe(destination, out route);
            if (IsCurrent(version))
            {
                return isFound;
            }
        }
    }

    private bool IsCurrent(int version)
    {
        Volatile.ReadBarrier();
        return version == Volatile.Read(ref _version);
    }

    private bool Probe(Reference destination, [MaybeNullWhen(false)] out TRoute route) => destination.Kind switch
    {
        ReferenceKind.World => _worlds.TryGet(destination.World.GetValueOrDefault(), out route),
        ReferenceKind.Gang => ProbeGang(destination.Gang.GetValueOrDefault(), out route),
        ReferenceKind.Proc => ProbeProc(destination.Proc.GetValueOrDefault(), out route),
        ReferenceKind.Actor => ProbeActor(destination.Actor!, out route),
        _ => ProbePort(destination.Port.GetValueOrDefault(), out route),
    };

    private bool ProbePort(PortId port, [MaybeNullWhen(false)] out TRoute route) =>
        _ports.TryGet(port, out route) || ProbeActor(port.Actor, out route);

    private bool ProbeActor(ActorId actor, [MaybeNullWhen(false)] out TRoute route)
    {
        if (_actors.TryGet(actor, out route) || _procs.TryGet(actor.Proc, out route))
        {
            return true;
        }

        return actor.Proc.World is { } world
            && ((actor.Pid == 0 && _gangs.Count > 0 && _gangs.TryGet(GangId.Of(world, actor.Name), out route))
                || _worlds.TryGet(world, out route));
    }

    private bool ProbeProc(ProcId proc, [MaybeNullWhen(false)] out TRoute route) =>
        _procs.TryGet(proc, out route) || (proc.World is { } world && _worlds.TryGet(world, out route));

    private bool ProbeGang(GangId gang, [MaybeNullWhen(false)] out TRoute route) =>
        _gangs.TryGet(gang, out route) || _worlds.TryGet(gang.World, out route);

    /// <summary>The routes of prefixes of one kind.</summary>
    private sealed class Level<TKey>
        where TKey : notnull
    {
        private readonly ConcurrentDictionary<TKey, TRoute> _routes = new();

        // Never less than there are: a reader may look in vain, but does not miss one.
        private volatile int _count;

        internal int Count => _count;

        internal IEnumerable<TKey> Keys => _routes.Keys;

        internal bool TryGet(TKey key, [MaybeNullWhen(false)] out TRoute route)
        {
            if (_count > 0)
            {
                return _routes.TryGetValue(key, out route);
            }

            route = default;
            return false;
        }

        internal bool Set(TKey key, TRoute route)
        {
            var isNew = !_routes.ContainsKey(key);
            _count += isNew ? 1 : 0;
            _routes[key] = route;
            return isNew;
        }

        internal bool Remove(TKey key)
        {
            var isRemoved = _routes.TryRemove(key, out _);
            _count -= isRemoved ? 1 : 0;
            return isRemoved;
        }
    }
}
