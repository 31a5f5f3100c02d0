using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Hyperactor.CodeFixes.Editing;

/// <summary>Where something is used: what is used cannot be changed without its users.</summary>
internal static class Uses
{
    /// <summary>The nodes of code, not of comments, that mention a symbol.</summary>
    public static async Task<IReadOnlyList<SyntaxNode>> FindAsync(
        ISymbol symbol, Solution solution, CancellationToken cancellation)
    {
        var nodes = new List<SyntaxNode>();
        foreach (var found in await SymbolFinder.FindReferencesAsync(symbol, solution, cancellation).ConfigureAwait(false))
        {
            foreach (var place in found.Locations.Where(static l => !l.IsImplicit && l.Location.SourceTree is not null))
            {
                var root = await place.Location.SourceTree!.GetRootAsync(cancellation).ConfigureAwait(false);
                var token = root.FindToken(place.Location.SourceSpan.Start);
                if (token.Span.IntersectsWith(place.Location.SourceSpan) && token.Parent is { } node)
                {
                    nodes.Add(node);
                }
            }
        }

        return nodes;
    }

    /// <summary>Whether nothing but comments mentions a symbol.</summary>
    public static async Task<bool> NoneAsync(ISymbol symbol, Solution solution, CancellationToken cancellation) =>
        (await FindAsync(symbol, solution, cancellation).ConfigureAwait(false)).Count == 0;

    /// <summary>Whether each use of a method is a call that is awaited at once, so that it may return any kind of task.</summary>
    public static async Task<bool> AllAwaitedAsync(ISymbol method, Solution solution, CancellationToken cancellation) =>
        (await FindAsync(method, solution, cancellation).ConfigureAwait(false)).All(static n => IsAwaited(n));

    private static bool IsAwaited(SyntaxNode node)
    {
        var name = node.Parent is MemberAccessExpressionSyntax access && access.Name == node ? access : node;
        return name.Parent is InvocationExpressionSyntax { Parent: AwaitExpressionSyntax };
    }
}
