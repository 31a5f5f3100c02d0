using System.Composition;
using Hyperactor.CodeFixes.Editing;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes;

/// <summary>Keeps the parameter out of the trace that was meant, or nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SkipFix)), Shared]
public sealed class SkipFix() : Fixer(Rules.HYP5003UnknownSkip)
{
    private protected override Task<IReadOnlyList<Offer>> FindAsync(Finding finding, CancellationToken cancellation)
    {
        var offers = new List<Offer>();
        if (finding.Nearest<AttributeSyntax>() is { } attribute
            && AttributeEdits.Declaration(attribute) is { } declaration
            && finding.Model.GetDeclaredSymbol(declaration, cancellation) is { } symbol
            && Skip(attribute) is { } skip)
        {
            var names = Parameters(symbol).Distinct(StringComparer.Ordinal).ToList();
            var wrong = Values(skip).FirstOrDefault(v =>
                finding.Model.GetConstantValue(v, cancellation).Value is string name && !names.Contains(name));
            if (wrong is not null)
            {
                var text = (string)finding.Model.GetConstantValue(wrong, cancellation).Value!;
                if (Nearest(text, names) is { } meant)
                {
                    // Only on the method itself can its parameters be named.
                    var written = symbol is IMethodSymbol ? $"nameof({meant})" : SymbolDisplay.FormatLiteral(meant, quote: true);
                    offers.Add(new(
                        "meant", $"Skip '{meant}'",
                        [new(wrong, n => SyntaxFactory.ParseExpression(written).WithTriviaFrom(n))]));
                }

                var index = Values(skip).ToList().IndexOf(wrong);
                offers.Add(new(
                    "remove", $"Do not skip '{text}'", [new(attribute, n => Without((AttributeSyntax)n, index))]));
            }
        }

        return Task.FromResult<IReadOnlyList<Offer>>(offers);
    }

    private static IEnumerable<string> Parameters(ISymbol symbol)
    {
        var methods = symbol switch
        {
            IMethodSymbol method => [method],
            INamedTypeSymbol type when InstrumentReader.IsFree(type) => InstrumentReader.Methods(type),
            INamedTypeSymbol type => type.GetMembers().OfType<IMethodSymbol>(),
            _ => Enumerable.Empty<IMethodSymbol>(),
        };
        return methods.SelectMany(static m => m.Parameters).Select(static p => p.Name);
    }

    private static AttributeArgumentSyntax? Skip(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(static a => a.NameEquals?.Name.Identifier.ValueText == "Skip");

    private static IEnumerable<ExpressionSyntax> Values(AttributeArgumentSyntax skip) => skip.Expression switch
    {
        CollectionExpressionSyntax list => list.Elements.OfType<ExpressionElementSyntax>().Select(static e => e.Expression),
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        _ => [],
    };

    // The whole argument goes with its last value.
    private static AttributeSyntax Without(AttributeSyntax attribute, int index)
    {
        var skip = Skip(attribute)!;
        if (Values(skip).Count() > 1)
        {
            return attribute.ReplaceNode(skip.Expression, skip.Expression switch
            {
                CollectionExpressionSyntax list => list.WithElements(list.Elements.RemoveAt(index)),
                ImplicitArrayCreationExpressionSyntax array =>
                    array.WithInitializer(array.Initializer.WithExpressions(array.Initializer.Expressions.RemoveAt(index))),
                ArrayCreationExpressionSyntax array =>
                    array.WithInitializer(array.Initializer!.WithExpressions(array.Initializer.Expressions.RemoveAt(index))),
                var other => other,
            });
        }

        var arguments = attribute.ArgumentList!.Arguments;
        return attribute.WithArgumentList(
            arguments.Count == 1 ? null : attribute.ArgumentList.WithArguments(arguments.Remove(skip)));
    }

    // One that holds the other, or that differs in no more than half of its letters.
    private static string? Nearest(string text, List<string> names) => names
        .Select(n => (Name: n, Distance: Holds(n, text) || Holds(text, n) ? 0 : Distance(text.ToUpperInvariant(), n.ToUpperInvariant())))
        .Where(n => n.Distance * 2 <= Math.Max(n.Name.Length, text.Length))
        .OrderBy(static n => n.Distance)
        .Select(static n => n.Name)
        .FirstOrDefault();

    private static bool Holds(string text, string part) =>
        part.Length > 2 && text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;

    // Levenshtein, "Binary codes capable of correcting deletions, insertions, and reversals" (1966), row by row.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j] + 1, row[j - 1] + 1));
            }
        }

        return row[right.Length];
    }
}
