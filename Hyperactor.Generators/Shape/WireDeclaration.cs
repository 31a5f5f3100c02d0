using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>What stands on the wire, and where it is declared. Only the analyzers keep more of it than the entry.</summary>
/// <param name="key">The key of the entry.</param>
/// <param name="entry">The entry; null if the declaration is in error, which another rule reports.</param>
/// <param name="at">The declaration.</param>
/// <param name="owner">The actor or protocol whose parameters make it, or the union whose case it is; or null.</param>
internal sealed class WireDeclaration(string key, WireEntry? entry, ISymbol at, WireEntry? owner = null)
{
    private readonly Dictionary<string, ISymbol> _facts = new(StringComparer.Ordinal);

    /// <summary>The key of the entry.</summary>
    public string Key { get; } = key;

    /// <summary>The entry, or null.</summary>
    public WireEntry? Entry { get; } = entry;

    /// <summary>The actor or protocol whose parameters make it, or the union whose case it is; or null.</summary>
    public WireEntry? Owner { get; } = owner;

    /// <summary>The declaration.</summary>
    public ISymbol At { get; } = at;

    /// <summary>Where a fact is declared.</summary>
    /// <param name="fact">Its name, or for a handler its message; null for the whole.</param>
    public ISymbol Find(string? fact) => fact is not null && _facts.TryGetValue(fact, out var symbol) ? symbol : At;

    /// <summary>Notes where a fact is declared.</summary>
    public void Declare(string fact, ISymbol symbol) => _facts[fact] = symbol;
}
