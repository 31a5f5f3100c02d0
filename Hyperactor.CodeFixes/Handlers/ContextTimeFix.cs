using System.Composition;
using Hyperactor.Analyzers.Handlers;
using Hyperactor.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes.Handlers;

/// <summary>Goes by the clock of the context, where there is a context.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ContextTimeFix)), Shared]
public sealed class ContextTimeFix() : Fixer(HandlerDescriptors.ReadsClockId)
{
    private protected override Task<IReadOnlyList<Offer>> FindAsync(Finding finding, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Offer>>(
            HandlerSyntax.Reported(finding.Node) is { } use
            && HandlerSyntax.ContextAt(finding.Model, use) is { } context
            && finding.Model.GetSymbolInfo(use, cancellation).Symbol is { } member
            && Change(use, member, context + ".Time", finding.Model) is { } change
                ? [new("time", $"Use {context}.Time", [new(use, n => change(n).WithTriviaFrom(n))])]
                : []);

    private static Func<SyntaxNode, SyntaxNode>? Change(ExpressionSyntax use, ISymbol member, string time, SemanticModel model) =>
        (member.ContainingType.Name, member.Name) switch
        {
            ("DateTime", "Now") => _ => Parse(time + ".GetLocalNow().DateTime"),
            ("DateTime", "UtcNow") => _ => Parse(time + ".GetUtcNow().UtcDateTime"),
            ("DateTime", "Today") => _ => Parse(time + ".GetLocalNow().Date"),
            ("DateTimeOffset", "Now") => _ => Parse(time + ".GetLocalNow()"),
            ("DateTimeOffset", "UtcNow") => _ => Parse(time + ".GetUtcNow()"),
            ("TimeProvider", "System") => _ => Parse(time),
            ("Stopwatch", "GetTimestamp" or "GetElapsedTime") when use is InvocationExpressionSyntax =>
                n => ((InvocationExpressionSyntax)n).WithExpression(Parse($"{time}.{member.Name}")),
            ("Task", "Delay" or "WaitAsync") or ("PeriodicTimer" or "CancellationTokenSource", ".ctor") => Timed(use, time, model),
            _ => null,
        };

    private static ExpressionSyntax Parse(string text) => SyntaxFactory.ParseExpression(text);

    // (span, token) → (span, context.Time, token)
    private static Func<SyntaxNode, SyntaxNode>? Timed(ExpressionSyntax use, string time, SemanticModel model)
    {
        if (Arguments(use) is not { Arguments: [{ Expression: var span }, ..] } list
            || list.Arguments.Any(static a => a.NameColon is not null)
            || model.GetTypeInfo(span).Type is not { } type)
        {
            return null;
        }

        var isNumber = type.SpecialType == SpecialType.System_Int32;
        var spans = HandlerSyntax.NameAt(model, use.SpanStart, "System", "TimeSpan");
        return node =>
        {
            var old = Arguments(node)!;
            var first = old.Arguments[0];
            var timed = isNumber ? first.WithExpression(Parse($"{spans}.FromMilliseconds({first.Expression.WithoutTrivia()})")) : first;
            return node.ReplaceNode(
                old, old.WithArguments(old.Arguments.Replace(first, timed).Insert(1, SyntaxFactory.Argument(Parse(time)))));
        };
    }

    private static ArgumentListSyntax? Arguments(SyntaxNode use) => use switch
    {
        InvocationExpressionSyntax call => call.ArgumentList,
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
        _ => null,
    };
}
