using System.Collections.Immutable;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Analyzers.Handlers;

/// <summary>A call that a handler waits for, as it is written.</summary>
/// <param name="Caller">The actor that waits.</param>
/// <param name="From">Its handler or hook.</param>
/// <param name="Target">What the reference is typed by.</param>
/// <param name="Handler">The handler that is called.</param>
/// <param name="Place">Where the call is.</param>
internal sealed record WaitingCall(INamedTypeSymbol Caller, string From, INamedTypeSymbol Target, string Handler, Location Place);

/// <summary>One actor that can wait for another.</summary>
/// <param name="Caller">Who waits.</param>
/// <param name="Callee">For whom.</param>
/// <param name="Call">The call.</param>
internal sealed record Wait(INamedTypeSymbol Caller, INamedTypeSymbol Callee, WaitingCall Call);

/// <summary>
/// Which actors of a compilation can wait for which. An actor handles nothing while it waits, so any two calls that close a ring
/// of classes can meet, whatever the handlers. Within one class only handlers that call each other count: calls down a tree of
/// actors of one class are in order.
/// </summary>
internal sealed class CallGraph
{
    // Aliases of aliases; a ring of them ends here.
    private const int AliasesMax = 8;

    private readonly ILookup<ISymbol, Wait> _waits;
    private readonly ImmutableArray<INamedTypeSymbol> _actors;

    /// <summary>Makes the graph.</summary>
    /// <param name="actors">The actors of the compilation.</param>
    /// <param name="calls">Their calls.</param>
    public CallGraph(ImmutableArray<INamedTypeSymbol> actors, IEnumerable<WaitingCall> calls)
    {
        _actors = actors;
        _waits = calls
            .OrderBy(static c => c.Place.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(static c => c.Place.SourceSpan.Start)
            .ThenBy(static c => c.From, StringComparer.Ordinal)
            .SelectMany(c => Resolve(c.Target).Select(a => new Wait(c.Caller, a, c)))
            .ToLookup(static w => (ISymbol)w.Caller, SymbolEqualityComparer.Default);
    }

    /// <summary>Each ring once, by its shortest way; the order does not depend on that of the threads that found the calls.</summary>
    public IEnumerable<IReadOnlyList<Wait>> Cycles()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var all = _waits.SelectMany(static g => g)
            .OrderBy(static w => w.Call.Place.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(static w => w.Call.Place.SourceSpan.Start);
        foreach (var wait in all)
        {
            var isOfOneClass = wait.Caller.Same(wait.Callee);
            if ((isOfOneClass ? WithinClass(wait) : BetweenClasses(wait)) is { } cycle
                && seen.Add(Key(cycle, isOfOneClass)))
            {
                yield return cycle;
            }
        }
    }

    // The same ring, wherever one begins.
    private static string Key(List<Wait> cycle, bool isOfOneClass)
    {
        var nodes = cycle.ConvertAll(w => w.Caller.ToDisplayString() + (isOfOneClass ? "." + w.Call.From : ""));
        var first = nodes.IndexOf(nodes.OrderBy(static n => n, StringComparer.Ordinal).First());
        return string.Join("|", nodes.Skip(first).Concat(nodes.Take(first)));
    }

    // The shortest way back from whom is waited for, class by class.
    private List<Wait>? BetweenClasses(Wait first)
    {
        var path = Search(
            first,
            w => _waits[w.Callee].Where(static n => !n.Caller.Same(n.Callee)),
            static w => w.Callee.ToDisplayString(),
            w => w.Callee.Same(first.Caller));
        return path is null ? null : Chain(path);
    }

    private List<Wait>? WithinClass(Wait first) => first.Call.From == first.Call.Handler
        ? null
        : Search(
            first,
            w => _waits[w.Callee].Where(n => n.Caller.Same(n.Callee) && n.Call.From == w.Call.Handler),
            static w => w.Call.Handler,
            w => w.Call.Handler == first.Call.From);

    private static List<Wait>? Search(
        Wait first, Func<Wait, IEnumerable<Wait>> next, Func<Wait, string> node, Func<Wait, bool> isBack)
    {
        var open = new Queue<ImmutableArray<Wait>>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { node(first) };
        open.Enqueue([first]);
        while (open.Count > 0)
        {
            var path = open.Dequeue();
            foreach (var wait in next(path[path.Length - 1]))
            {
                if (isBack(wait))
                {
                    return [.. path, wait];
                }

                if (seen.Add(node(wait)))
                {
                    open.Enqueue(path.Add(wait));
                }
            }
        }

        return null;
    }

    // Of several calls between two classes, those that follow from one another tell the story best.
    private List<Wait> Chain(List<Wait> path)
    {
        var best = path;
        var links = -1;
        foreach (var start in Between(path[0]))
        {
            var chain = new List<Wait> { start };
            var count = 0;
            foreach (var wait in path.Skip(1))
            {
                var handler = chain[chain.Count - 1].Call.Handler;
                var next = chain.Count + 1 < path.Count ? path[chain.Count + 1] : null;
                var follows = Between(wait).Where(w => w.Call.From == handler)
                    .OrderByDescending(w => next is not null && Between(next).Any(n => n.Call.From == w.Call.Handler))
                    .FirstOrDefault();
                count += follows is null ? 0 : 1;
                chain.Add(follows ?? Between(wait).First());
            }

            if (count > links)
            {
                (best, links) = (chain, count);
            }
        }

        return best;
    }

    private IEnumerable<Wait> Between(Wait wait) =>
        _waits[wait.Caller].Where(w => w.Callee.Same(wait.Callee));

    // Who can stand behind a reference.
    private IEnumerable<INamedTypeSymbol> Resolve(INamedTypeSymbol target) => _actors.Where(a => Takes(a, target, depth: 0));

    // The class itself, who exports or forwards the protocol, who takes one of the messages that the alias names.
    private static bool Takes(INamedTypeSymbol actor, INamedTypeSymbol target, int depth) =>
        actor.Same(target)
        || actor.AllInterfaces.Any(i => i.OriginalDefinition.Same(target))
        || ActorCode.Protocols(actor).Any(p => p.OriginalDefinition.Same(target))
        || depth > 0 && Handles(actor, target)
        || depth < AliasesMax && Aliased(target).Any(m => Takes(actor, m, depth + 1));

    private static IEnumerable<INamedTypeSymbol> Aliased(INamedTypeSymbol alias) =>
        (alias.Ours("Alias")?.ConstructorArguments ?? [])
        .SelectMany(static a => a is { Kind: TypedConstantKind.Array, IsNull: false } ? a.Values : [])
        .Select(static v => v.Value).OfType<INamedTypeSymbol>();

    private static bool Handles(INamedTypeSymbol actor, INamedTypeSymbol message) =>
        actor.GetMembers().OfType<IMethodSymbol>().Any(m => m.Has("Handler") && m.Parameters.Any(p => p.Type.Same(message)));
}
