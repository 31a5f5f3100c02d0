using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Hyperactor.Procs;

/// <summary>The actors that other procs may create here: those marked <c>[Export(Spawn = true)]</c> and no others.</summary>
public static class SpawnCatalog
{
    private static readonly ConcurrentDictionary<string, Spawnable> Entries = new(StringComparer.Ordinal);

    /// <summary>Adds an actor. Adding the same one again changes nothing.</summary>
    /// <exception cref="TypeCollisionException">Another actor has the same URI.</exception>
    public static void Register(Spawnable spawnable)
    {
        ArgumentNullException.ThrowIfNull(spawnable);
        var kept = Entries.GetOrAdd(spawnable.Uri, spawnable);
        if (kept.GetType() != spawnable.GetType())
        {
            throw new TypeCollisionException(kept.Uri, spawnable.Uri, kept.GetType(), spawnable.GetType());
        }
    }

    /// <summary>Finds the actor with this URI.</summary>
    internal static bool TryFind(string uri, [NotNullWhen(true)] out Spawnable? spawnable) =>
        Entries.TryGetValue(uri, out spawnable);
}
