using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hyperactor.Generators.Model;
using Hyperactor.Generators.Shape;
using Hyperactor.Generators.Wire;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Analyzers.WireLock;

/// <summary>The comparison of one compilation with its lock.</summary>
/// <param name="locked">The lock.</param>
/// <param name="at">Where a line of it is.</param>
internal sealed class WireComparison(ParsedLock locked, Func<int, Location> at)
{
    /// <summary>The property of a report that holds the key of what has changed.</summary>
    public const string KeyProperty = "key";

    private readonly WireComparer _comparer = new(locked.Model);

    // What was read by now; null for what is declared and in error.
    private readonly ConcurrentDictionary<string, WireEntry?> _seen = new(StringComparer.Ordinal);

    /// <summary>Compares what a type declares.</summary>
    public void Compare(INamedTypeSymbol type, Action<Diagnostic> report, CancellationToken cancellation)
    {
        foreach (var declaration in WireReader.Read(type, cancellation))
        {
            var first = _seen.TryAdd(declaration.Key, declaration.Entry);

            // What this type only holds is compared where it is declared; but that it is held is known here.
            var isHeld = declaration.At is INamedTypeSymbol && !SymbolEqualityComparer.Default.Equals(declaration.At, type);
            if (!isHeld || (first && _comparer.Find(declaration.Key) is null))
            {
                Report(declaration, report);
            }
        }

        if (type.TypeKind is TypeKind.Enum or TypeKind.Struct && !type.Has("Named")
            && WireReader.ReadUnnamed(type, cancellation) is { } unnamed && _comparer.Find(unnamed.Key) is not null)
        {
            Report(unnamed, report);
        }
    }

    /// <summary>Reports what the lock has and the code does not.</summary>
    public void End(Action<Diagnostic> report)
    {
        foreach (var change in _comparer.Missing(
            k => _seen.TryGetValue(k, out var entry) ? entry : null,
            _seen.Values.OfType<WireEntry>().OrderBy(static e => e.Uri, StringComparer.Ordinal),
            k => !_seen.ContainsKey(k)))
        {
            report(Diagnostic.Create(
                WireDescriptors.Gone, at(locked.Lines[change.Key]), Properties(change), change.Message));
        }
    }

    private void Report(WireDeclaration declaration, Action<Diagnostic> report)
    {
        if (declaration.Entry is not { } entry)
        {
            return;
        }

        foreach (var change in _comparer.Compare(entry, declaration.Owner))
        {
            var place = declaration.Find(change.Fact).Locations.FirstOrDefault(static l => l.IsInSource) ?? Location.None;
            report(Diagnostic.Create(
                change.Breaks ? WireDescriptors.Breaks : WireDescriptors.NotLocked, place, Properties(change), change.Message));
        }
    }

    private static ImmutableDictionary<string, string?> Properties(WireChange change) =>
        ImmutableDictionary<string, string?>.Empty.Add(KeyProperty, change.Key);
}
