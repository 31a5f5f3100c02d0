using System.Collections.Immutable;
using System.Composition;
using Hyperactor.Analyzers.Handlers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hyperactor.CodeFixes.Handlers;

/// <summary>Goes by the clock of the context, where there is a context.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ContextTimeFix)), Shared]
public sealed class ContextTimeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [HandlerDescriptors.ReadsClockId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null || HandlerSyntax.Reported(root.FindNode(context.Span, getInnermostNodeForTie: true)) is not { } use
            || model.GetSymbolInfo(use, context.CancellationToken).Symbol is not { } member
            || HandlerSyntax.ContextAt(model, use) is not { } name
            || Replacement(use, member, name + ".Time", model) is not { } replacement)
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                $"Use {name}.Time",
                _ => Task.FromResult(context.Document.With(root, use, replacement.WithTriviaFrom(use))),
                nameof(ContextTimeFix)),
            context.Diagnostics);
    }

    private static ExpressionSyntax? Replacement(ExpressionSyntax use, ISymbol member, string time, SemanticModel model) =>
        (member.ContainingType.Name, member.Name) switch
        {
            ("DateTime", "Now") => Parse(time + ".GetLocalNow().DateTime"),
            ("DateTime", "UtcNow") => Parse(time + ".GetUtcNow().UtcDateTime"),
            ("DateTime", "Today") => Parse(time + ".GetLocalNow().Date"),
            ("DateTimeOffset", "Now") => Parse(time + ".GetLocalNow()"),
            ("DateTimeOffset", "UtcNow") => Parse(time + ".GetUtcNow()"),
            ("TimeProvider", "System") => Parse(time),
            ("Stopwatch", "GetTimestamp" or "GetElapsedTime") when use is InvocationExpressionSyntax call =>
                call.WithExpression(Parse($"{time}.{member.Name}")),
            ("Task", "Delay" or "WaitAsync") when use is InvocationExpressionSyntax call =>
                Timed(call.ArgumentList, time, model) is { } list ? call.WithArgumentList(list) : null,
            ("PeriodicTimer" or "CancellationTokenSource", ".ctor") when use is BaseObjectCreationExpressionSyntax { ArgumentList: { } given } creation =>
                Timed(given, time, model) is { } list ? creation.WithArgumentList(list) : null,
            _ => null,
        };

    private static ExpressionSyntax Parse(string text) => SyntaxFactory.ParseExpression(text);

    // (span, token) → (span, context.Time, token)
    private static ArgumentListSyntax? Timed(ArgumentListSyntax list, string time, SemanticModel model)
    {
        if (list.Arguments.Count == 0 || list.Arguments.Any(static a => a.NameColon is not null))
        {
            return null;
        }

        var span = list.Arguments[0].Expression;
        if (model.GetTypeInfo(span).Type is not { } type)
        {
            return null;
        }

        var spans = model.LookupNamespacesAndTypes(list.SpanStart, name: "TimeSpan").IsEmpty ? "System.TimeSpan" : "TimeSpan";
        var first = type.SpecialType == SpecialType.System_Int32
            ? list.Arguments[0].WithExpression(Parse($"{spans}.FromMilliseconds({span.WithoutTrivia()})"))
            : list.Arguments[0];
        return list.WithArguments(list.Arguments.Replace(list.Arguments[0], first).Insert(1, SyntaxFactory.Argument(Parse(time))));
    }
}
