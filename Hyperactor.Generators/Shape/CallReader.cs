using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Hyperactor.Generators.Shape;

/// <summary>
/// Finds the calls of traced methods. A file is walked for their names once, when it was edited; only calls of such a name
/// are bound. Without traced methods nothing is done at all.
/// </summary>
internal static class CallReader
{
    /// <summary>The namespace that interceptors are written to; a project must let them in.</summary>
    public const string Namespace = "Hyperactor.Generated";

    // What a walk found, for as long as the tree lives: texts and positions alone.
    private static readonly ConditionalWeakTable<SyntaxTree, Candidates> Known = new();

    /// <summary>The calls of a compilation, which is not kept.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="names">The simple names of all traced methods.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static EquatableArray<InterceptedTypeModel> Read(
        Compilation compilation, EquatableArray<string> names, CancellationToken cancellation)
    {
        if (names.Count == 0 || !compilation.SyntaxTrees.Any(IsOpen))
        {
            return default;
        }

        var found = new Dictionary<IMethodSymbol, Found>(SymbolEqualityComparer.Default);
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            var spans = Known.GetOrCreateValue(tree).Of(tree, names, cancellation);
            if (spans.Length == 0)
            {
                continue;
            }

            var model = compilation.GetSemanticModel(tree);
            var root = tree.GetRoot(cancellation);
            foreach (var span in spans)
            {
                if (root.FindNode(span, getInnermostNodeForTie: true) is InvocationExpressionSyntax call)
                {
                    Note(call, model, found, cancellation);
                }
            }
        }

        return found.Values
            .GroupBy(
                static f => f.Method.ContainingType,
                static (type, methods) => Model((INamedTypeSymbol)type!, methods),
                SymbolEqualityComparer.Default)
            .OrderBy(static t => t.FullName, StringComparer.Ordinal)
            .ToEquatable();
    }

    /// <summary>Whether the project that a file belongs to lets our interceptors in.</summary>
    public static bool IsOpen(SyntaxTree tree) =>
        tree.Options.Features.TryGetValue("InterceptorsNamespaces", out var namespaces)
        && namespaces.Split(';').Any(static n => n.Trim() is Namespace or "Hyperactor");

    /// <summary>Why a call of a traced method cannot be redirected, or null.</summary>
    public static string? Problem(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        if (call.Expression is MemberAccessExpressionSyntax { Expression: { } receiver })
        {
            if (receiver is BaseExpressionSyntax)
            {
                return "it goes past overrides to the base class";
            }

            if (model.GetTypeInfo(receiver, cancellation).Type is ITypeParameterSymbol)
            {
                return "the type of its receiver is a type parameter";
            }
        }

        return IsInExpressionTree(call, model, cancellation) ? "it is part of an expression tree" : null;
    }

    private static void Note(
        InvocationExpressionSyntax call,
        SemanticModel model,
        Dictionary<IMethodSymbol, Found> found,
        CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol symbol)
        {
            return;
        }

        var method = (symbol.ReducedFrom ?? symbol).OriginalDefinition;
        if (InstrumentReader.Find(method) is not { } attribute
            || InstrumentReader.Problem(method) is not null
            || !model.Compilation.IsSymbolAccessibleWithin(method, model.Compilation.Assembly)
            || Problem(call, model, cancellation) is not null
            || model.GetInterceptableLocation(call, cancellation) is not { } location)
        {
            return;
        }

        if (!found.TryGetValue(method, out var calls))
        {
            found.Add(method, calls = new(method, attribute, []));
        }

        var line = call.SyntaxTree.GetLineSpan(call.Span, cancellation).StartLinePosition.Line + 1;
        calls.Calls.Add(new(location.Version, location.Data, $"{Path.GetFileName(call.SyntaxTree.FilePath)}, line {line}"));
    }

    private static bool IsInExpressionTree(SyntaxNode call, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var lambda in call.Ancestors().OfType<LambdaExpressionSyntax>())
        {
            if (model.GetTypeInfo(lambda, cancellation).ConvertedType is INamedTypeSymbol type
                && type.OriginalDefinition.Is("System.Linq.Expressions", "Expression"))
            {
                return true;
            }
        }

        return call.Ancestors().OfType<QueryExpressionSyntax>().Any()
            && model.GetOperation(call, cancellation) is { } operation && IsQuoted(operation);
    }

    private static bool IsQuoted(IOperation operation)
    {
        for (var above = operation.Parent; above is not null; above = above.Parent)
        {
            if (above.Type is INamedTypeSymbol type && type.OriginalDefinition.Is("System.Linq.Expressions", "Expression"))
            {
                return true;
            }
        }

        return false;
    }

    // In the order of places, so that the order of files does not change the text.
    private static InterceptedTypeModel Model(INamedTypeSymbol type, IEnumerable<Found> methods) => new(
        Place(type),
        Identifiers.From(type.Name),
        methods.OrderBy(static f => f.Method.ToDisplayString(), StringComparer.Ordinal)
            .Select(static f => InterceptedMethodReader.Read(
                f.Method,
                f.Attribute,
                f.Calls.OrderBy(static c => c.Place, StringComparer.Ordinal).ThenBy(static c => c.Data, StringComparer.Ordinal)))
            .ToEquatable());

    // With the number of type parameters: C and C<T> are two types.
    private static string Place(INamedTypeSymbol type)
    {
        var name = type.MetadataName.Replace('`', '-');
        return type.ContainingType is { } container ? $"{Place(container)}.{name}"
            : type.ContainingNamespace.IsGlobalNamespace ? name
            : $"{type.ContainingNamespace.ToDisplayString()}.{name}";
    }

    private sealed record Found(IMethodSymbol Method, AttributeData Attribute, List<CallSiteModel> Calls);

    /// <summary>The places of one file where something of the wanted names is called.</summary>
    private sealed class Candidates
    {
        private Walk? _last;

        public ImmutableArray<TextSpan> Of(SyntaxTree tree, EquatableArray<string> names, CancellationToken cancellation)
        {
            var last = Volatile.Read(ref _last);
            if (last is null || !last.Names.Equals(names))
            {
                last = new(names, Find(tree, names, cancellation));
                Volatile.Write(ref _last, last);
            }

            return last.Spans;
        }

        private static ImmutableArray<TextSpan> Find(
            SyntaxTree tree, EquatableArray<string> names, CancellationToken cancellation)
        {
            var wanted = new HashSet<string>(names, StringComparer.Ordinal);
            return
            [
                .. tree.GetRoot(cancellation).DescendantNodes()
                    .OfType<InvocationExpressionSyntax>()
                    .Where(c => NameOf(c.Expression) is { } name && wanted.Contains(name))
                    .Select(static c => c.Span),
            ];
        }

        private static string? NameOf(ExpressionSyntax called) => called switch
        {
            SimpleNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
            _ => null,
        };

        private sealed record Walk(EquatableArray<string> Names, ImmutableArray<TextSpan> Spans);
    }
}
