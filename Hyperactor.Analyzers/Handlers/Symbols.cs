using Microsoft.CodeAnalysis;

namespace Hyperactor.Analyzers.Handlers;

/// <summary>Questions about symbols.</summary>
internal static class Symbols
{
    /// <summary>Whether both are the same symbol.</summary>
    public static bool Same(this ISymbol? symbol, ISymbol? other) => SymbolEqualityComparer.Default.Equals(symbol, other);

    /// <summary>Whether a symbol is in this namespace.</summary>
    public static bool IsIn(this ISymbol symbol, string @namespace) => symbol.ContainingNamespace?.ToDisplayString() == @namespace;
}
